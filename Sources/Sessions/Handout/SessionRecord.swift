import Foundation
import Grading
import Localization

/// What was handed out: `session.json`. Answers are judged by it.
struct SessionRecord: Sendable, Hashable {
  static let fileName = "session.json"

  var title: String
  var language: Language
  var exercises: [ExerciseID]
  var people: [Entry]
  /// What each exercise asked, as a digest: says whether the book has changed since.
  var digests: [ExerciseID: String]

  struct Entry: Sendable, Hashable {
    var person: Person
    /// The name of their folder.
    var folder: String
  }
}

extension SessionRecord {
  /// As JSON, the same for the same session.
  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let file = File(
        version: 1, title: title, language: language.rawValue, exercises: exercises.map(\.description),
        people: people.map {
          .init(
            name: $0.person.name, folder: $0.folder, language: $0.person.language.rawValue, seed: $0.person.seed.text)
        },
        digests: Dictionary(uniqueKeysWithValues: digests.map { ($0.key.description, $0.value) }))
      return Array(try encoder.encode(file)) + [UInt8(ascii: "\n")]
    }
  }

  /// - Parameter path: as it is shown in messages.
  init(_ json: [UInt8], path: String) throws(SessionRecordError) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(json)) else { throw .unreadable(path) }
    guard file.version == 1 else { throw .version(path, file.version) }
    guard let language = Language(rawValue: file.language) else { throw .unreadable(path) }
    let ids = file.exercises.compactMap { ExerciseID($0) }
    let people = file.people.compactMap { entry -> Entry? in
      guard let language = Language(rawValue: entry.language), let seed = Seed(text: entry.seed), !entry.name.isEmpty
      else { return nil }
      return Entry(person: Person(name: entry.name, language: language, seed: seed), folder: entry.folder)
    }
    guard ids.count == file.exercises.count, people.count == file.people.count else { throw .unreadable(path) }
    guard Set(people.map(\.person.key)).count == people.count else { throw .unreadable(path) }
    let digests = file.digests.compactMap { name, digest in ExerciseID(name).map { ($0, digest) } }
    (title, self.language, exercises, self.people) = (file.title, language, ids, people)
    self.digests = Dictionary(digests) { first, _ in first }
  }

  private struct File: Codable {
    var version: Int
    var title: String
    var language: String
    var exercises: [String]
    var people: [Entry]
    var digests: [String: String]

    struct Entry: Codable {
      var name: String
      var folder: String
      var language: String
      var seed: String
    }
  }
}

enum SessionRecordError: BilingualError, Hashable {
  case unreadable(String)
  case version(String, Int)

  var message: Bilingual {
    switch self {
    case .unreadable(let path):
      Bilingual(
        ko: "\(path): handout이 쓴 파일이 아니거나 손상되었습니다. 나누어 줄 때의 파일로 되돌리거나 handout을 다시 실행하십시오.",
        en: "\(path) is not as handout wrote it. Put back the file of the handout, or run handout again.")
    case .version(let path, let version):
      Bilingual(
        ko: "\(path): 판이 \(version)인 파일입니다. 더 새로운 교재로 만든 것이니 교재를 갱신하십시오.",
        en: "\(path) has version \(version). It was made by a newer workbook; update yours.")
    }
  }
}
