@testable import Kernels

/// A convolution with random numbers, and what the plain loop makes of it.
struct ConvolutionSample {
  let shape: ConvolutionShape
  let pictures: Int, height: Int, width: Int
  let x: [Float], weights: [Float], biases: [Float]

  init(_ shape: ConvolutionShape, pictures: Int = 1, height: Int, width: Int) {
    var random = SplitMix64(seed: 7)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(random.uniform(in: -1...1)) } }
    (self.shape, self.pictures, self.height, self.width) = (shape, pictures, height, width)
    x = numbers(pictures * shape.inputs * height * width)
    weights = numbers(shape.weightCount)
    biases = numbers(shape.outputs)
  }

  var outputShape: [Int] { [pictures, shape.outputs, shape.outputLength(height), shape.outputLength(width)] }

  var reference: [Double] {
    referenceConvolution(
      x, pictures: pictures, height: height, width: width, weights: weights, biases: biases, shape: shape)
  }

  /// The methods that serve this shape.
  var methods: [PackedConvolution.Method] {
    WinogradConvolution.serves(shape) ? [.patches, .winograd] : [.patches]
  }

  /// By the kernels.
  func computed(
    _ method: PackedConvolution.Method, tile: RegisterTile = .native, residual: [Float]? = nil,
    activation: Activation = .none, threads: Int = 2
  ) -> [Float] {
    let convolution = PackedConvolution(
      weights: weights.span, biases: biases.span, shape: shape, method: method, tile: tile, threads: threads)
    let x = BlockedTensor(shape: [pictures, shape.inputs, height, width])
    x.fill(from: self.x.span, threads: threads)
    let y = BlockedTensor(shape: outputShape)
    let added = residual.map { residual in
      let added = BlockedTensor(shape: outputShape)
      added.fill(from: residual.span, threads: threads)
      return added
    }
    convolution.run(
      x, residual: added, into: y, activation: activation, workspace: Workspace(), threads: threads)
    return y.numbers
  }
}

extension BlockedTensor {
  init(shape: [Int]) {
    self.init(pictures: shape[0], channels: shape[1], height: shape[2], width: shape[3])
  }

  /// N × C × H × W.
  var numbers: [Float] {
    filled(shape.reduce(1, *)) { copy(into: &$0, threads: 1) }
  }
}

/// The largest difference, against the largest of all numbers.
func difference(_ found: [Float], _ judge: [Double]) -> Double {
  guard found.count == judge.count else { return .infinity }
  let scale = judge.reduce(0) { max($0, abs($1)) }
  return zip(found, judge).reduce(0) { max($0, abs(Double($1.0) - $1.1)) } / scale
}
