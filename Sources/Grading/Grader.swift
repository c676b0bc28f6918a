import Foundation

/// Judges the answers of one chapter.
///
/// Submitted code is a stranger's: it is built in a temporary folder and run confined, and only the numbers that come back are
/// judged, here. Cancelling the task ends every program that was started and removes the folder.
public struct Grader: Sendable {
  /// The chapter's `Solutions.swift`: how each function is to be declared.
  public let model: SubmissionSource

  public init(model: SubmissionSource) { self.model = model }

  /// What came of a submission.
  public struct Report: Sendable {
    public var verdicts: [ExerciseID: Verdict] = [:]
    /// What the reader's functions printed while they were asked, cut where it is long.
    public var printed: [ExerciseID: String] = [:]
  }

  /// Grades exercises of one chapter, each whatever comes of the others.
  /// - Parameters:
  ///   - exercises: those to be graded.
  ///   - person: chooses the numbers.
  ///   - progress: is told of each as soon as it is judged.
  public func grade(
    _ exercises: [Exercise], for person: Seed, _ submission: Submission,
    progress: @Sendable (ExerciseID, Verdict) async -> Void = { _, _ in }
  ) async -> Report {
    var report = Report()
    for exercise in exercises {
      let verdict: Verdict
      switch exercise.task {
      case .code: verdict = .ungraded(.noCompiler)
      default: verdict = exercise.judge(submission.answers[exercise.id], for: person)
      }
      report.verdicts[exercise.id] = verdict
      await progress(exercise.id, verdict)
    }
    return report
  }
}
