import Foundation
import Grading
import Localization

@testable import Sessions

/// A folder that is gone when the test is.
final class Desk {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sessions-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making the folders that lead to it.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// Everything in it, sorted.
  var contents: [String] { (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? [] }
}

/// The theBook itself.
let theBook: Book = {
  do { return try Book.read() } catch { fatalError("\(error)") }
}()

let chapter3 = theBook.ids.filter { $0.chapter == 3 }

func id(_ text: String) -> ExerciseID { ExerciseID(text) ?? ExerciseID(chapter: 0, number: 1) }

func group(_ names: String...) -> [Person] { names.map { Person(name: $0, language: .ko) } }

extension Handout {
  /// Chapter 3 for these people.
  static func of(_ people: [Person], _ ids: [ExerciseID] = chapter3) -> Handout {
    Handout(book: theBook, title: "", language: .ko, exercises: ids, people: people)
  }
}
