import Files
import Foundation
import Grading

/// How far a reader is with a chapter's exercises, kept in a file that git ignores.
///
/// Losing it costs the marks and the count of the hints, so one that is damaged counts as empty.
struct Notebook: Codable {
  private var notes: [String: Note] = [:]

  struct Note: Codable {
    /// How many hints were given.
    var hints = 0
    /// The reader's work when it was graded last; nil before.
    var work: UInt64?
    /// Whether it passed.
    var passed = false
  }

  enum State {
    case passed, tried, untouched
  }

  init(path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let notebook = try? JSONDecoder().decode(Notebook.self, from: data)
    else { return }
    self = notebook
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try AtomicFile.write(Array(encoder.encode(self)) + Array("\n".utf8), to: path)
  }

  subscript(id: ExerciseID) -> Note {
    get { notes["\(id)"] ?? Note() }
    set { notes["\(id)"] = newValue }
  }

  /// How an exercise stands: passed, as long as the work is the one that passed.
  func state(of id: ExerciseID, work: UInt64) -> State {
    let note = self[id]
    guard note.work != nil else { return .untouched }
    return note.passed && note.work == work ? .passed : .tried
  }
}

extension Workroom {
  private var notebookPath: String { keepsake.appending(path: "\(chapter.product).json").path }

  func notebook() -> Notebook { Notebook(path: notebookPath) }

  /// Changes the notebook. One that cannot be written stops nothing.
  func note(_ change: (inout Notebook) -> Void) {
    var notebook = notebook()
    change(&notebook)
    try? notebook.write(to: notebookPath)
  }

  func state(of exercise: Exercise, _ submission: Submission, in notebook: Notebook) -> Notebook.State {
    notebook.state(of: exercise.id, work: work(exercise, submission))
  }

  /// A number that changes with what the reader has written for an exercise.
  func work(_ exercise: Exercise, _ submission: Submission) -> UInt64 {
    let written =
      if case .code = exercise.task {
        (try? submission.code.get())?[exercise.id]?.code ?? ""
      } else {
        "\(submission.answers.name ?? "")\n\(submission.answers[exercise.id] ?? "")"
      }
    return Seed(name: written).value
  }
}
