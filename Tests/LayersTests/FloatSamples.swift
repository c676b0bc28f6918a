import Kernels
import TensorKernels
import Tensors

@testable import Layers

/// Random tensors and layers of `Float`, and a network of them.
struct FloatSamples {
  private var random = SplitMix64(seed: 3)

  mutating func tensor(_ shape: Int..., in range: ClosedRange<Double> = -1...1) -> Tensor<Float> {
    tensor(shape, in: range)
  }

  mutating func tensor(_ shape: [Int], in range: ClosedRange<Double> = -1...1) -> Tensor<Float> {
    Tensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in Float(random.uniform(in: range)) })
  }

  mutating func convolution(
    _ inputs: Int, _ outputs: Int, side: Int = 3, stride: Int = 1, groups: Int = 1
  ) -> Convolution<Float> {
    Convolution(
      weights: tensor(outputs, inputs / groups, side, side), biases: tensor(outputs), stride: stride,
      padding: side / 2, groups: groups)
  }

  mutating func norm(_ channels: Int) -> FrozenNormalisation<Float> {
    var norm = FrozenNormalisation<Float>(channels: channels)
    norm.state = [tensor(channels), tensor(channels), tensor(channels), tensor(channels, in: 0.5...2)]
    return norm
  }

  /// Everything that a network may hold, with everything that can be done in one go, and what looks so but cannot.
  mutating func network() -> Network<Float> {
    var n = Network<Float>()
    let stem = n.add(
      norm(20), named: "norm", to: n.add(convolution(3, 20, side: 7, stride: 2), named: "stem", to: n.input))
    let pooled = n.add(
      MaximumPooling(side: 3, stride: 2, padding: 1), named: "pool", to: n.add(Rectifier(), named: "relu", to: stem))
    // A block: two convolutions, of which the second is added to what went in.
    let a = n.add(Rectifier(), named: "relu1", to: n.add(convolution(20, 20, groups: 2), named: "conv1", to: pooled))
    let b = n.add(norm(20), named: "norm2", to: n.add(convolution(20, 20), named: "conv2", to: a))
    let block = n.add(Rectifier(), named: "relu2", to: n.sum(b, pooled))
    // Smaller, and back: enlarged while it is added, and enlarged alone.
    let small = n.add(convolution(20, 36, stride: 2), named: "small", to: block)
    let lateral = n.add(convolution(20, 36, side: 1), named: "lateral", to: block)
    let merged = n.sum(lateral, n.upsample(small, toSizeOf: lateral))
    let enlarged = n.upsample(small, toSizeOf: block)
    // One layer for two sizes; a normalisation that depends on what goes in; a sum of a value with itself.
    let shared = n.declare(convolution(36, 16), named: "shared")
    let first = n.apply(shared, to: merged), second = n.apply(shared, to: small)
    let grouped = n.add(GroupNormalisation(channels: 16, groups: 4), named: "groups", to: first)
    let twice = n.add(Rectifier(), named: "relu3", to: n.sum(grouped, grouped))
    n.outputs = [twice, second, enlarged, block, first]
    return n
  }
}

/// The largest difference, against the largest number that was expected.
func difference(_ found: Tensor<Float>, _ expected: Tensor<Float>) -> Float {
  let largest = expected.scalars.reduce(0) { max($0, abs($1)) }
  return zip(found.scalars, expected.scalars).reduce(0) { max($0, abs($1.0 - $1.1)) } / (largest == 0 ? 1 : largest)
}
