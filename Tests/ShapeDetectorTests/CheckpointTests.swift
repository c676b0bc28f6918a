import Detection
import DrawnShapes
import Foundation
import Layers
import Tensors
import Testing
import Weights

@testable import ShapeDetector

@Suite struct CheckpointTests {
  /// A recipe so small that a test has time for it.
  private static func recipe(seed: UInt64 = 1, steps: Int = 20) -> TrainingRecipe {
    var recipe = TrainingRecipe(seed: seed)
    (recipe.steps, recipe.batch, recipe.warmUp) = (steps, 2, 5)
    return recipe
  }

  /// A path in a folder of its own, which is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shapes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "checkpoint.safetensors").path)
  }

  private func bits(_ training: ShapeTraining) -> [[UInt32]] {
    let network = training.training.detector.network
    return (network.tensors.tensors + training.training.descent.velocities).map { $0.scalars.map(\.bitPattern) }
  }

  @Test("twenty steps in one go, or ten, a checkpoint, and ten more: the same bits everywhere")
  func resumed() throws {
    var whole = try ShapeTraining(Self.recipe())
    for _ in 0..<20 { try whole.step() }

    try withFolder { path in
      var first = try ShapeTraining(Self.recipe())
      for _ in 0..<10 { try first.step() }
      try first.write(to: path)
      var second = try ShapeTraining(Self.recipe(), from: path)
      #expect(bits(second) == bits(first) && second.curve == first.curve && second.steps == 10)
      for _ in 0..<10 { try second.step() }
      #expect(bits(second) == bits(whole))
      #expect(second.curve == whole.curve && second.random.seed == whole.random.seed && second.isFinished)
    }
  }

  @Test("whoever asks to stop finds everything up to then in the checkpoint, and the same result in the end")
  func interrupted() throws {
    try withFolder { path in
      let recipe = Self.recipe(steps: 6), stop = StopRequest(signals: [])
      var first = try ShapeTraining.resumed(recipe, checkpoint: path)
      let ending = try first.run(checkpoint: path, until: stop) { if $0.steps == 3 { stop.ask() } }
      #expect(ending == .interrupted(step: 3, checkpoint: path))
      let message = try #require(ending.message)
      #expect(message.ko.contains("3스텝") && message.en.contains("step 3") && message.en.contains(path))

      var second = try ShapeTraining.resumed(recipe, checkpoint: path)
      #expect(second.steps == 3)
      #expect(try second.run(checkpoint: path, until: StopRequest(signals: [])) == .finished)
      var whole = try ShapeTraining(recipe)
      while !whole.isFinished { try whole.step() }
      #expect(bits(second) == bits(whole))
      #expect(try bits(ShapeTraining(recipe, from: path)) == bits(whole))
    }
  }

  @Test("a killed process loses what was done since the last checkpoint, and no more")
  func killed() throws {
    try withFolder { path in
      let recipe = Self.recipe(steps: 4)
      var training = try ShapeTraining.resumed(recipe, checkpoint: path)
      _ = try training.run(checkpoint: path, every: .zero, until: StopRequest(signals: [])) { training in
        // Before the checkpoint of this step is written, that of the step before is whole.
        let kept = try? ShapeTraining(recipe, from: path)
        #expect(kept?.steps == training.steps - 1)
      }
    }
  }
}
