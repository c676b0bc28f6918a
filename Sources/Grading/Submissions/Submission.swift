/// What one person hands in for a chapter.
public struct Submission: Sendable {
  /// The person's `Exercises.swift`, or why it cannot be read.
  public var code: Result<SubmissionSource, Refusal>
  public var answers: AnswerSheet

  public init(code: Result<SubmissionSource, Refusal>, answers: AnswerSheet) {
    (self.code, self.answers) = (code, answers)
  }
}
