import Foundation
import Localization

extension ShapeTraining {
  /// How a run ended.
  public enum Ending: Sendable, Hashable {
    case finished
    /// Somebody asked for it; everything up to then is in the checkpoint.
    case interrupted(step: Int, checkpoint: String)

    /// What to do next; nil where everything is done.
    public var message: Bilingual? {
      guard case .interrupted(let step, let checkpoint) = self else { return nil }
      return Bilingual(
        ko: "훈련을 멈췄습니다. \(step)스텝까지의 결과를 \(checkpoint)에 저장했습니다. 같은 명령을 다시 실행하면 이어서 훈련합니다.",
        en: "Training stopped. All that was done up to step \(step) is in \(checkpoint). "
          + "Run the same command again to go on.")
    }
  }

  /// The training that a checkpoint holds, where there is one; or a new one, for which a first checkpoint is written, so that a
  /// folder that cannot be written to is noticed before anything is lost.
  public static func resumed(
    _ recipe: TrainingRecipe, checkpoint: String
  ) throws(ShapeTrainingError) -> ShapeTraining {
    if FileManager.default.fileExists(atPath: checkpoint) { return try ShapeTraining(recipe, from: checkpoint) }
    var training = try ShapeTraining(recipe)
    try training.write(to: checkpoint)
    return training
  }

  /// Trains to the end, or until it is asked to stop.
  ///
  /// ```swift
  /// let stop = StopRequest()
  /// var training = try ShapeTraining.resumed(recipe, checkpoint: path)
  /// let ending = try training.run(checkpoint: path, until: stop) { bar.advance(to: $0.steps) }
  /// ```
  ///
  /// - Parameters:
  ///   - checkpoint: what is written at the end, when somebody asks to stop, and in between.
  ///   - interval: how much work may be lost at most where the process is killed.
  ///   - stop: is looked at after each step.
  ///   - afterStep: is told after each step.
  /// - Throws: `ShapeTrainingError`; the last checkpoint then stays as it was.
  public mutating func run(
    checkpoint: String, every interval: Duration = .seconds(10), until stop: StopRequest,
    afterStep: (ShapeTraining) -> Void = { _ in }
  ) throws(ShapeTrainingError) -> Ending {
    var written = ContinuousClock.now
    while !isFinished {
      try step()
      afterStep(self)
      let isAsked = stop.isAsked
      if isAsked || isFinished || .now - written >= interval {
        try write(to: checkpoint)
        written = .now
      }
      if isAsked, !isFinished { return .interrupted(step: steps, checkpoint: checkpoint) }
    }
    return .finished
  }
}
