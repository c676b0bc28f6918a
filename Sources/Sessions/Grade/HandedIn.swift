import Grading
import Localization
import Plotting

/// What one person handed in, as far as it is graded: texts alone. Nothing of a submission is believed but these.
struct HandedIn: Sendable {
  /// The code of each chapter, or why it cannot be read.
  var code: [Int: Result<SubmissionSource, Refusal>] = [:]
  var answers: [ExerciseID: String] = [:]
  /// The files that this was taken from.
  var files: [String] = []
  /// What was passed over, chosen between, or not understood.
  var remarks: [Bilingual] = []

  /// What the grader gets for one chapter.
  func submission(for chapter: Int) -> Submission {
    var sheet = AnswerSheet()
    for (id, answer) in answers where id.chapter == chapter { sheet[id] = answer }
    return Submission(code: code[chapter] ?? .failure(.missing(file: "Exercises.swift")), answers: sheet)
  }

  /// The same for the same answers and seed, and the same `judges`: what was graded once need not be graded again.
  ///
  /// - Parameter judges: all else that a verdict depends on.
  func digest(_ person: Seed, judges: [String]) -> String {
    var hash = FNV1a()
    func add(_ text: String) {
      add("\(text.utf8.count):".utf8)
      add(text.utf8)
    }
    func add(_ bytes: String.UTF8View) { for byte in bytes { hash.add(byte) } }
    add(person.text)
    judges.forEach { add($0) }
    for (chapter, code) in code.sorted(by: { $0.key < $1.key }) {
      add("\(chapter)")
      switch code {
      case .success(let source): add(source.text)
      case .failure(let refusal): add("\(refusal)")
      }
    }
    for (id, answer) in answers.sorted(by: { $0.key < $1.key }) { add("\(id) \(answer)") }
    return hash.hexadecimal
  }
}
