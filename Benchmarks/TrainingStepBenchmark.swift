import Boxes
import Detection
import Foundation
import Kernels
import Layers

/// One training step of RetinaNet-R50 at 256 × 256 px, two pictures, beside PyTorch. Ours matches anchors with objects as well.
struct TrainingStepBenchmark {
  let threads: Int
  let rounds: Int
  let python: String

  func run() async throws {
    print("Training step of RetinaNet-R50, 2 × 3 × 256 × 256, \(threads) threads")
    let peer = Peer(
      script: "training_step.py", python: python, arguments: ["\(threads)", "2", "256", "256"])
    var training = training()
    let batch = try batch()
    for _ in 0..<2 { try training.step(batch) }  // warm up
    try await peer.race("here", "PyTorch", rounds: rounds, atLeast: 1.5) { try training.step(batch) }
  }

  private func training() -> DetectorTraining<Float> {
    var detector = RetinaNet<Float>(.torchvision(.standard), start: .random(seed: 1))
    for part in ["backbone.body.conv1", "backbone.body.layer1"] { detector.network.freeze(part) }
    return DetectorTraining(detector, schedule: LearningRateSchedule(base: 1e-5), largestNorm: 10)
  }

  /// Two pictures of five objects each.
  private func batch() throws -> TrainingBatch<Float> {
    var random = SplitMix64(seed: 3)
    let objects = (0..<2).map { _ in
      (0..<5).map { label in
        let box = Box(
          centerX: random.uniform(in: 60...196), centerY: random.uniform(in: 60...196),
          width: random.uniform(in: 30...110), height: random.uniform(in: 30...110))
        return LabelledBox(box, label: label + 1)
      }
    }
    return try TrainingBatch(pictures: RetinaNetProcess.picture(2, height: 256, width: 256), objects: objects)
  }
}
