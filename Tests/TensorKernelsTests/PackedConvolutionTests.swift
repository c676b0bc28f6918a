import TestSupport
import Testing

@testable import TensorKernels

@Suite struct PackedConvolutionTests {
  /// Errors grow with the length of sums as steps to either side do.
  @Test(
    "over K products patches are within 6e-8 √K of the plain loop, Winograd within 2e-7 √K",
    arguments: RegisterTile.allCases)
  func reference(tile: RegisterTile) {
    for sample in ConvolutionSample.all {
      let judge = sample.reference
      for method in sample.methods {
        let found = difference(sample.computed(method, tile: tile), judge)
        let products = Double(sample.shape.weightCount / sample.shape.outputs)
        #expect(
          found < (method == .winograd ? 2e-7 : 6e-8) * (products + 4).squareRoot(),
          "\(sample) by \(method)")
      }
    }
  }

  @Test("the number of threads never changes a bit")
  func threads() {
    for sample in ConvolutionSample.all {
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
