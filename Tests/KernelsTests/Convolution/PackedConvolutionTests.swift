import TestSupport
import Testing

@testable import Kernels

@Suite struct PackedConvolutionTests {
  static let samples: [ConvolutionSample] =
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

  /// Errors grow with the length of sums as steps to either side do.
  @Test(
    "over K products patches are within 6e-8 √K of the plain loop, Winograd within 2e-7 √K",
    arguments: RegisterTile.allCases)
  func reference(tile: RegisterTile) {
    for sample in Self.samples {
      let judge = sample.reference
      for method in sample.methods {
        let found = difference(sample.computed(method, tile: tile), judge)
        let products = Double(sample.shape.weightCount / sample.shape.outputs)
        #expect(
          found < (method == .winograd ? 2e-7 : 6e-8) * (products + 4).squareRoot(),
          "\(sample.shape) of \(sample.height) × \(sample.width) by \(method)")
      }
    }
  }

  @Test("the number of threads never changes a bit")
  func threads() {
    for sample in Self.samples {
      for method in sample.methods {
        let one = sample.computed(method, threads: 1)
        for threads in [2, 3] { #expect(sample.computed(method, threads: threads) == one) }
      }
    }
  }

  @Test("what is added is added before the rectifier", arguments: RegisterTile.allCases)
  func finish(tile: RegisterTile) {
    let sample = ConvolutionSample(
      ConvolutionShape(inputs: 40, outputs: 40, side: 3, padding: 1), pictures: 2, height: 6, width: 7)
    for method in sample.methods {
      let plain = sample.computed(method, tile: tile)
      let residual = plain.map { 1 - 2 * $0 }
      let added = zip(plain, residual).map { $0 + $1 }
      #expect(sample.computed(method, tile: tile, activation: .rectifier) == plain.map { max($0, 0) })
      #expect(difference(sample.computed(method, tile: tile, residual: residual), added.map(Double.init)) < 1e-6)
      #expect(
        sample.computed(method, tile: tile, residual: residual, activation: .rectifier)
          == sample.computed(method, tile: tile, residual: residual).map { max($0, 0) })
    }
  }

  @Test("what is not a number stays so, and stays where it is seen", arguments: [PackedConvolution.Method.patches])
  func notANumber(method: PackedConvolution.Method) {
    let shape = ConvolutionShape(inputs: 16, outputs: 16, side: 1)
    let workspace = Workspace()
    let weights = [Float](repeating: 1, count: 256), biases = [Float](repeating: 0, count: 16)
    let convolution = PackedConvolution(
      weights: weights.span, biases: biases.span, shape: shape, method: method, threads: 1)
    var numbers = [Float](repeating: 1, count: 16 * 20)
    numbers[3] = .nan
    let x = BlockedTensor(shape: [1, 16, 4, 5]), y = BlockedTensor(shape: [1, 16, 4, 5])
    x.fill(from: numbers.span, threads: 1)
    convolution.run(x, into: y, activation: .rectifier, workspace: workspace, threads: 1)
    #expect(y.numbers.enumerated().allSatisfy { $1.isNaN == ($0 % 20 == 3) })
  }

  @Test("shapes that do not fit end the program")
  func shapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let sample = ConvolutionSample(ConvolutionShape(inputs: 2, outputs: 2, side: 1), height: 2, width: 2)
      let convolution = PackedConvolution(
        weights: sample.weights.span, biases: sample.biases.span, shape: sample.shape, method: .patches, threads: 1)
      convolution.run(
        BlockedTensor(shape: [1, 2, 2, 2]), into: BlockedTensor(shape: [1, 2, 2, 3]), activation: .none,
        workspace: Workspace(), threads: 1)
    }
    #expect(result.said.contains("y has a place for each window: found [1, 2, 2, 3], against [1, 2, 2, 2]"))
  }
}
