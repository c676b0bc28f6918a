import Foundation
import Grading
import Localization

/// Finds what was handed out: where it is said to be, among the submissions, beside them, or in a folder beside them.
struct SessionSearch {
  /// The folder of all submissions.
  let submissions: String

  /// - Parameter said: the folder that the leader names; nil where none is named.
  /// - Returns: the record and the folder that it lies in; nil where nothing was handed out from here.
  /// - Throws: `GradeError`, `SessionRecordError` where there is none as said, several, or a damaged one.
  func record(_ said: String?) throws -> (record: SessionRecord, folder: String)? {
    if let said {
      let folder =
        said.hasSuffix("/" + SessionRecord.fileName) ? String(said.dropLast(SessionRecord.fileName.count)) : said
      guard let record = try SessionRecord.find(in: folder) else { throw GradeError.noSession(said) }
      return (record, folder)
    }
    let parent = URL(fileURLWithPath: submissions).standardizedFileURL.deletingLastPathComponent().path
    for folder in [submissions, parent] {
      if let record = try SessionRecord.find(in: folder) { return (record, folder) }
    }
    let beside = (FolderWalk.names(in: parent) ?? []).map { URL(fileURLWithPath: parent).appending(path: $0.text).path }
      .filter { FileManager.default.fileExists(atPath: $0 + "/" + SessionRecord.fileName) }
    guard beside.count < 2 else { throw GradeError.severalSessions(beside) }
    guard let folder = beside.first, let record = try SessionRecord.find(in: folder) else { return nil }
    return (record, folder)
  }
}

extension SessionRecord {
  /// The exercises that have changed since they were handed out: people's sheets may show other numbers.
  func changed(in book: Book) -> [ExerciseID] {
    book.exercises(exercises).filter { exercise in digests[exercise.id].map { $0 != exercise.digest } ?? false }.map(
      \.id)
  }
}
