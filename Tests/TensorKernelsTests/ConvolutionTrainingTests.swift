import Kernels
import Testing

@testable import TensorKernels

@Suite struct ConvolutionTrainingTests {
  private func slopes(_ sample: ConvolutionSample) -> [Float] {
    var random = SplitMix64(seed: 9)
    return (0..<sample.sizes.output.reduce(1, *)).map { _ in Float(random.uniform(in: -1...1)) }
  }

  @Test("outputs and slopes are those of the plain loop", arguments: RegisterTile.allCases)
  func reference(tile: RegisterTile) {
    for sample in ConvolutionSample.all {
      let training = ConvolutionTraining(sample.sizes.shape, threads: 2, tile: tile)
      let judge = ReferenceConvolution(sample.sizes), dy = slopes(sample)
      let y = training.outputs([sample.x], weights: sample.weights, biases: sample.biases, [sample.sizes])
      #expect(difference(y[0], sample.reference) < 2e-5, "output of \(sample)")
      let slopes = training.slopes(
        [dy], xs: [sample.x], weights: sample.weights, [sample.sizes], [.inputs, .parameters])
      #expect(
        difference(slopes.inputs[0], judge.inputSlope(dy, weights: sample.weights)) < 4e-6, "dx of \(sample)")
      #expect(difference(slopes.weights, judge.weightSlope(dy, x: sample.x)) < 4e-6, "dW of \(sample)")
    }
  }

  @Test("pictures of several sizes are each gone over alone, and the slopes of the weights are summed")
  func severalSizes() {
    for shape in [
      ConvolutionShape(inputs: 20, outputs: 33, side: 3, padding: 1),
      ConvolutionShape(inputs: 32, outputs: 64, side: 3, stride: 2, padding: 1, groups: 2),
      ConvolutionShape(inputs: 17, outputs: 5, side: 1),
    ] {
      let samples = [(17, 30), (9, 7), (4, 4), (1, 2)].map {
        ConvolutionSample(shape, pictures: 2, height: $0, width: $1)
      }
      let weights = samples[0].weights, biases = samples[0].biases, dys = samples.map(slopes)
      let training = ConvolutionTraining(shape, threads: 2)
      let ys = training.outputs(samples.map(\.x), weights: weights, biases: biases, samples.map(\.sizes))
      let found = training.slopes(
        dys, xs: samples.map(\.x), weights: weights, samples.map(\.sizes), [.inputs, .parameters])
      var dW = [Double](repeating: 0, count: weights.count)
      for (index, sample) in samples.enumerated() {
        let judge = ReferenceConvolution(sample.sizes)
        #expect(difference(ys[index], judge.output(sample.x, weights: weights, biases: biases)) < 2e-5, "\(sample)")
        #expect(difference(found.inputs[index], judge.inputSlope(dys[index], weights: weights)) < 4e-6, "\(sample)")
        dW = zip(dW, judge.weightSlope(dys[index], x: sample.x)).map(+)
      }
      #expect(difference(found.weights, dW) < 4e-6, "\(shape)")
    }
  }

  @Test("no more slopes are computed than are wanted")
  func wanted() {
    let sample = ConvolutionSample.all[0], training = ConvolutionTraining(sample.sizes.shape, threads: 1)
    func found(_ wanted: WantedSlopes) -> ConvolutionSlopes<Float> {
      training.slopes([slopes(sample)], xs: [sample.x], weights: sample.weights, [sample.sizes], wanted)
    }
    let all = found([.inputs, .parameters])
    #expect(found(.inputs).inputs == all.inputs)
    #expect(found(.inputs).weights.isEmpty)
    #expect(found(.parameters).weights == all.weights)
    #expect(found(.parameters).inputs.isEmpty)
  }

  @Test("the number of threads never changes a bit of a slope")
  func threads() {
    for sample in ConvolutionSample.all {
      let dy = slopes(sample)
      let found = (1...3).map { threads in
        ConvolutionTraining(sample.sizes.shape, threads: threads)
          .slopes([dy], xs: [sample.x], weights: sample.weights, [sample.sizes], [.inputs, .parameters])
      }
      #expect(found[0] == found[1] && found[1] == found[2], "\(sample)")
    }
  }
}
