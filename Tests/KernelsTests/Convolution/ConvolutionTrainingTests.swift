import Testing

@testable import Kernels

@Suite struct ConvolutionTrainingTests {
  func slopes(_ sample: ConvolutionSample) -> [Float] {
    var random = SplitMix64(seed: 9)
    return (0..<sample.sizes.output.reduce(1, *)).map { _ in Float(random.uniform(in: -1...1)) }
  }

  @Test("outputs and slopes are those of the plain loop", arguments: RegisterTile.allCases)
  func reference(tile: RegisterTile) {
    for sample in ConvolutionSample.all {
      let training = ConvolutionTraining(sample.sizes, threads: 2, tile: tile)
      let judge = ReferenceConvolution(sample.sizes), dy = slopes(sample)
      let y = training.output(sample.x.span, weights: sample.weights.span, biases: sample.biases.span)
      #expect(difference(y, sample.reference) < 2e-5, "output of \(sample)")
      let dx = training.inputSlope(dy.span, weights: sample.weights.span)
      #expect(difference(dx, judge.inputSlope(dy, weights: sample.weights)) < 4e-6, "dx of \(sample)")
      let dW = training.weightSlope(dy.span, x: sample.x.span)
      #expect(difference(dW, judge.weightSlope(dy, x: sample.x)) < 2e-6, "dW of \(sample)")
    }
  }

  @Test("the number of threads never changes a bit of a slope")
  func threads() {
    for sample in ConvolutionSample.all {
      let dy = slopes(sample)
      let found = (1...3).map { threads in
        let training = ConvolutionTraining(sample.sizes, threads: threads)
        return [
          training.inputSlope(dy.span, weights: sample.weights.span), training.weightSlope(dy.span, x: sample.x.span),
        ]
      }
      #expect(found[0] == found[1] && found[1] == found[2], "\(sample)")
    }
  }
}
