import Kernels
import Tensors
import Testing

@testable import Detection

@Suite struct RetinaNetPlanTests {
  @Test("a plan says what the network says, for each size of pictures, and one made of another is the same")
  func agrees() throws {
    let detector = try RetinaNet<Float>(seeded: Samples.tiny)
    var plan = try detector.plan(for: [1, 3, 32, 32])
    for (height, width) in [(64, 96), (128, 64), (32, 32)] {
      let shape = [1, 3, height, width]
      let picture: Tensor<Float> = Tensor(batch: [SeededWeights.picture("picture", height, width)])
      plan = try plan.forPictures(shape, of: detector)
      let (expected, found) = (detector.outputs(of: picture), plan.outputs(of: picture))
      #expect(found.classes == expected.classes && found.logits.map(\.shape) == expected.logits.map(\.shape))
      for (found, expected) in zip(found.logits + found.deltas, expected.logits + expected.deltas) {
        let largest = expected.scalars.map { abs($0) }.max() ?? 0
        #expect(zip(found.scalars, expected.scalars).allSatisfy { abs($0 - $1) < 2e-5 * max(largest, 1) })
      }
      let fresh = try detector.plan(for: shape, threads: 1).outputs(of: picture)
      #expect(fresh.logits == found.logits && fresh.deltas == found.deltas)
    }
  }
}
