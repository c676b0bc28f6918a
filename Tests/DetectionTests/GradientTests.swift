import Boxes
import Kernels
import Layers
import Tensors
import Testing

@testable import Detection

/// The way back through the whole detector, from the loss to every parameter.
@Suite struct GradientTests {
  @Test("the gradient of the loss by every parameter matches central differences")
  func wholeDetector() throws {
    let training = DetectorTraining<Double>(try RetinaNet(seeded: Samples.tiny), matcher: .torchvision)
    let pictures: [Tensor<Double>] = (0..<2).map { SeededWeights.picture("picture \($0)", 64, 64) }
    let batch = try TrainingBatch(pictures: Tensor(batch: pictures), objects: [Samples.objects, []])
    let (loss, gradient, _) = try training.lossAndGradient(of: batch)
    #expect(loss.positives > 5)
    #expect(gradient.names == training.detector.network.parameters.names)
    let largest = gradient.norm
    for (name, slopes) in gradient {
      let parameter = try #require(training.detector.network.parameters[name]), place = parameter.count / 2
      let step = 1e-6
      let losses = try [step, -step].map { step in
        var changed = training
        changed.detector.network.parameters = try changed.detector.network.parameters.moving(name, at: place, by: step)
        return try changed.lossAndGradient(of: batch).loss.total
      }
      let difference = (losses[0] - losses[1]) / (2 * step)
      #expect(abs(slopes.scalars[place] - difference) < 1e-7 * largest, "\(name)")
    }
  }
}

extension NamedTensors {
  fileprivate func moving(_ name: String, at place: Int, by step: Scalar) throws -> Self {
    Self(
      map { other, tensor in
        guard other == name else { return (name: other, tensor: tensor) }
        var scalars = tensor.scalars
        scalars[place] += step
        return (name: other, tensor: Tensor(shape: tensor.shape, scalars))
      })
  }
}
