import Detection
import Foundation
import Layers
import Tensors
import Testing
import Weights

@testable import ShapeDetector

/// What is refused, and what is said.
@Suite struct RefusalTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "refusals-\(UUID().uuidString)")
  private var path: String { folder.appending(path: "checkpoint.safetensors").path }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  @Test("the checkpoint of other settings is refused, by the name of what differs in both languages")
  func otherRecipe() throws {
    var first = try ShapeTraining(TrainingRecipe(seed: 1))
    try first.write(to: path)
    var other = TrainingRecipe(seed: 2)
    other.learningRate = 0.5
    do {
      _ = try ShapeTraining.resumed(other, checkpoint: path)
      Issue.record("another recipe's checkpoint was taken")
    } catch {
      let message = error.message
      #expect(message.en.contains("seed: 1 in the file, 2 now") && message.en.contains("learning rate"))
      #expect(message.ko.contains("시드: 파일 1, 지금 2") && message.ko.contains("학습률"))
      #expect(!message.en.contains("warm-up"))
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test("what is no checkpoint is refused: other weights, a text, a folder, half a file")
  func notACheckpoint() throws {
    let recipe = TrainingRecipe(seed: 1)
    var weights = SafetensorsWriter()
    weights.add("a", Tensor<Float>(shape: [1], [1]))
    try weights.write(to: path)
    #expect(throws: ShapeTrainingError.self) { try ShapeTraining(recipe, from: path) }
    try Data("hello".utf8).write(to: URL(filePath: path))
    #expect(throws: ShapeTrainingError.self) { try ShapeTraining(recipe, from: path) }
    #expect(throws: ShapeTrainingError.self) { try ShapeTraining(recipe, from: folder.path) }

    var training = try ShapeTraining(recipe)
    try training.write(to: path)
    let whole = try Data(contentsOf: URL(filePath: path))
    for share in [0.1, 0.5, 0.99] {
      try whole.prefix(Int(share * Double(whole.count))).write(to: URL(filePath: path))
      #expect(throws: ShapeTrainingError.self) { try ShapeTraining(recipe, from: path) }
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test("a folder that nothing can be written to is noticed before the first step")
  func unwritable() throws {
    let recipe = TrainingRecipe(seed: 1)
    do {
      _ = try ShapeTraining.resumed(recipe, checkpoint: folder.appending(path: "missing/checkpoint.safetensors").path)
      Issue.record("a checkpoint was written into a missing folder")
    } catch {
      #expect(error.message.en.contains("cannot be written") && error.message.ko.contains("쓸 수 없습니다"))
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test("a disk that is full leaves the checkpoint before as it was, and says so")
  func diskFull() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    // What is written under the temporary name meets a full device.
    var training = try ShapeTraining(TrainingRecipe(seed: 1))
    try training.write(to: path)
    let before = try Data(contentsOf: URL(filePath: path))
    try FileManager.default.createSymbolicLink(
      atPath: "\(path).\(getpid()).tmp", withDestinationPath: "/dev/full")
    do {
      try training.write(to: path)
      Issue.record("a checkpoint was written to a full disk")
    } catch {
      #expect(error.message.en.contains("no space left") && error.message.ko.contains("공간"))
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    try FileManager.default.removeItem(at: folder)
  }

  @Test("a loss that is no number stops the training, with step, pictures and checkpoint named, and nothing changed")
  func notANumber() throws {
    var recipe = TrainingRecipe(seed: 1)
    (recipe.batch, recipe.steps) = (2, 4)
    var training = try ShapeTraining(recipe)
    try training.step()
    try training.write(to: path)
    var parameters = training.training.detector.network.parameters.map { $0 }
    parameters[0].tensor = Tensor(shape: parameters[0].tensor.shape, repeating: .nan)
    training.training.detector.network.parameters = NamedTensors(parameters)
    do {
      try training.step()
      Issue.record("a step was made without a loss")
    } catch {
      #expect(error.message.en.contains("seed ") && error.message.ko.contains("시드 "))
      for text in [error.message.en, error.message.ko] { #expect(text.contains(path)) }
      #expect(error.message.en.contains("Step 2") && error.message.ko.contains("2번째 스텝"))
    }
    #expect(training.steps == 1 && training.curve.count == 1)
    let kept = try ShapeTraining(recipe, from: path)
    #expect(kept.steps == 1)
    #expect(kept.training.detector.network.parameters.allSatisfy { $0.tensor.scalars.allSatisfy(\.isFinite) })
    try FileManager.default.removeItem(at: folder)
  }
}
