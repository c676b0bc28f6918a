import Kernels

@testable import TensorKernels

/// A convolution with random numbers, and what the plain loop makes of it.
struct ConvolutionSample: CustomStringConvertible {
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

  var sizes: ConvolutionSizes { ConvolutionSizes(shape, pictures: pictures, height: height, width: width) }

  var reference: [Double] { ReferenceConvolution(sizes).output(x, weights: weights, biases: biases) }

  var description: String { "\(shape) of \(pictures) × \(height) × \(width)" }

  /// The methods that serve this shape.
  var methods: [PackedConvolution.Method] {
    [.patches] + (WinogradConvolution.serves(shape) ? [.winograd] : [])
      + (NarrowConvolution.serves(shape) ? [.narrow] : [])
  }

  /// By the kernels.
  func computed(
    _ method: PackedConvolution.Method, tile: RegisterTile = .native, residual: [Float]? = nil,
    activation: Activation = .none, threads: Int = 2
  ) -> [Float] {
    let convolution = PackedConvolution(
      weights: weights.span, biases: biases.span, shape: shape, method: method, tile: tile, threads: threads)
    let x = BlockedTensor(shape: sizes.input)
    x.fill(from: self.x.span, threads: threads)
    let y = BlockedTensor(shape: sizes.output)
    let added = residual.map { residual in
      let added = BlockedTensor(shape: sizes.output)
      added.fill(from: residual.span, threads: threads)
      return added
    }
    convolution.run(
      x, residual: added, into: y, activation: activation, workspace: Workspace(), threads: threads)
    return y.numbers
  }
}

extension ConvolutionSample {
  /// Shapes large and small, odd and even, with edges, strides and groups.
  static let all: [ConvolutionSample] =
    [1, 3, 17, 36].flatMap { inputs in
      [1, 16, 36].flatMap { outputs in
        [(1, 1, 0), (1, 2, 0), (3, 1, 1), (3, 2, 1), (3, 1, 0), (3, 1, 2), (7, 2, 3), (5, 3, 2)].map {
          side, stride, padding in
          ConvolutionSample(
            ConvolutionShape(inputs: inputs, outputs: outputs, side: side, stride: stride, padding: padding),
            height: 9, width: 7)
        }
      }
    }
    + [(1, 1), (1, 13), (5, 1), (4, 4), (6, 9), (30, 31)].map { height, width in
      ConvolutionSample(
        ConvolutionShape(inputs: 20, outputs: 33, side: 3, padding: 1), pictures: 2, height: height, width: width)
    }
    + [(8, 8, 8), (32, 32, 4), (64, 128, 2), (6, 9, 3), (64, 64, 64), (64, 64, 8), (48, 96, 3)].map {
      inputs, outputs, groups in
      ConvolutionSample(
        ConvolutionShape(inputs: inputs, outputs: outputs, side: 3, stride: 2, padding: 1, groups: groups),
        pictures: 2, height: 11, width: 10)
    }
    + [1, 3].map { side in
      ConvolutionSample(
        ConvolutionShape(inputs: 1100, outputs: 40, side: side, padding: side / 2), height: 8, width: 7)
    }
}

extension BlockedTensor {
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
