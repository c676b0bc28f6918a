import Foundation
import Grading
import Localization

/// Who takes part: a table with a column `name`, and perhaps `lang` and `seed`.
///
/// ```
/// 이름,언어,seed
/// 김민지,ko,
/// "Lee, Seojun",en,0x2a
/// ```
/// Other columns are left alone.
struct People: Sendable {
  let all: [Person]

  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: as it is shown in messages.
  ///   - language: of those whose own is not said.
  /// - Throws: `TextFile.Problem` for other encodings than UTF-8, `PeopleError` for what is in the table.
  init(_ bytes: [UInt8], file: String, language: Language) throws {
    try self.init(try TextFile.text(bytes, file: file), file: file, language: language)
  }

  init(_ text: String, file: String, language: Language) throws(PeopleError) {
    let rows: [CSVTable.Row]
    do { rows = try CSVTable(text).rows } catch { throw PeopleError(file, .table(error)) }
    guard let header = rows.first else { throw PeopleError(file, .empty) }
    let columns = try Columns(header.fields, file: file)
    var people: [Person] = []
    var lines: [NameKey: Int] = [:]
    for row in rows.dropFirst() {
      let person = try columns.person(row, file: file, language: language)
      if let first = lines.updateValue(row.line, forKey: person.key) {
        throw PeopleError(file, .duplicate(person.name, lines: [first, row.line]))
      }
      people.append(person)
    }
    guard !people.isEmpty else { throw PeopleError(file, .empty) }
    all = people
  }

  /// Which column holds what.
  private struct Columns {
    let count: Int
    let name: Int
    let language: Int?
    let seed: Int?

    static let names = ["name", "이름", "성명"], languages = ["lang", "language", "언어"], seeds = ["seed", "시드"]

    init(_ header: [String], file: String) throws(PeopleError) {
      let titles = header.map { NameKey($0).text }
      func place(_ words: [String], _ what: String) throws(PeopleError) -> Int? {
        let places = titles.indices.filter { words.contains(titles[$0]) }
        guard places.count < 2 else { throw PeopleError(file, .repeatedColumn(what)) }
        return places.first
      }
      guard let name = try place(Self.names, "name") else { throw PeopleError(file, .noNameColumn(header)) }
      (count, self.name) = (header.count, name)
      language = try place(Self.languages, "lang")
      seed = try place(Self.seeds, "seed")
    }

    func person(_ row: CSVTable.Row, file: String, language: Language) throws(PeopleError) -> Person {
      guard row.fields.count <= count else { throw PeopleError(file, .surplus(line: row.line, row.fields)) }
      func field(_ column: Int?) -> String {
        guard let column, column < row.fields.count else { return "" }
        return row.fields[column].trimmingCharacters(in: .whitespacesAndNewlines)
      }
      let own = field(self.language), seed = field(self.seed)
      guard let spoken = own.isEmpty ? language : Language(named: own) else {
        throw PeopleError(file, .language(line: row.line, own))
      }
      let number = Seed(text: seed)
      guard seed.isEmpty || number != nil else { throw PeopleError(file, .seed(line: row.line, seed)) }
      let name = field(name)
      guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
        throw PeopleError(file, .name(line: row.line))
      }
      return Person(name: name, language: spoken, seed: number)
    }
  }
}

extension Language {
  /// `ko`, `한국어`, `Korean`, `en`, `영어`, `English`.
  init?(named text: String) {
    switch NameKey(text).text {
    case "ko", "한국어", "한글", "korean", "kr": self = .ko
    case "en", "영어", "english": self = .en
    default: return nil
    }
  }
}

extension Seed {
  /// A seed as it is written: `42`, or `0x2a`.
  init?(text: String) {
    let text = text.lowercased()
    let value = text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
    guard let value else { return nil }
    self.init(value)
  }

  /// `0x5af3107a4000c0de`
  var text: String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
