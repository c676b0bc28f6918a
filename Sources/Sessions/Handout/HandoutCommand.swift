import ArgumentParser
import Console
import Foundation
import Grading
import Localization

/// `session handout --people people.csv --out session5/ [--exercises 3.1,3.4]`
struct HandoutCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "handout",
      abstract: Bilingual(
        ko: "사람마다 다른 수가 든 문제지와 정답표를 PDF와 Markdown으로 씁니다.",
        en: "Write a sheet for each person, with numbers of their own, and a key: PDF and Markdown.")[.ofThisProcess])
  }

  @OptionGroup var options: LanguageOptions

  @Option(
    file: "CSV", ko: "사람들의 표: name, lang, seed 열(name만 있으면 됩니다)",
    en: "the people: columns name, lang, seed, of which name is needed")
  var people: String

  @Option(file: "DIR", ko: "쓸 폴더", en: "folder to write to") var out: String

  @Option(
    help: .init(
      ko: "문제: 3.1,3.4 또는 3.1-3.4, 장 전체는 3. 말하지 않으면 그 폴더에 이미 나누어 준 문제, 없으면 책의 모든 문제",
      en:
        "exercises: 3.1,3.4 or 3.1-3.4; 3 for a chapter. Where not said, those handed out in the folder, or all of the book"
    ))
  var exercises: String?

  @Option(help: .init(ko: "문제지의 제목", en: "title of the sheets")) var title: String?

  @Flag(help: .init(ko: "이미 나누어 준 것과 달라도 바꾸어 씁니다", en: "replace what was handed out before"))
  var force = false

  func run() throws {
    let language = options.language
    let book = try Book.read()
    guard let bytes = FolderWalk.bytes(of: people, limit: TextFile.limit + 1) else {
      throw PeopleFileError(path: people)
    }
    let group = try People(bytes, file: people, language: language)
    let old = try SessionRecord.find(in: out)
    let ids = try exercises.map { try ExerciseSelection.ids($0, among: book.ids) } ?? old?.exercises ?? book.ids
    if let unknown = ids.first(where: { book[$0] == nil }) { throw SelectionError.unknown("\(unknown)", nearest: nil) }
    let handout = Handout(
      book: book, title: title ?? old?.title ?? "", language: language, exercises: ids, people: group.all)
    let outcome = try HandoutFolder(path: out).write(try handout.files(), replacing: force ? .sheets : .nothing)
    tell(outcome, handout, language)
  }

  private func tell(_ outcome: HandoutFolder.Outcome, _ handout: Handout, _ language: Language) {
    let record = handout.record, count = record.people.count
    let ids = record.exercises.map(\.description).joined(separator: ", ")
    let minutes = handout.book.exercises(record.exercises).reduce(0) { $0 + $1.minutes }
    let lines = [
      Bilingual(
        ko: "\(out): \(count)명의 문제지와 정답표(\(Handout.key).pdf)",
        en: "\(out): sheets for \(count) people and a key (\(Handout.key).pdf)"),
      Bilingual(ko: "문제 \(ids) (\(minutes)분)", en: "exercises \(ids) (\(minutes) min)"),
      Bilingual(
        ko: "새로 쓴 파일 \(outcome.written.count)개, 그대로인 파일 \(outcome.same)개",
        en: "\(outcome.written.count) files written, \(outcome.same) as they were"),
    ]
    for line in lines { StandardStreams.print(line[language]) }
    for path in outcome.kept {
      StandardStreams.complain(
        Bilingual(ko: "\(path): 적어 넣은 것이 있어 그대로 두었습니다.", en: "\(path) has been filled in, and was kept.")[language])
    }
  }
}

extension SessionRecord {
  /// The record in a folder; nil where there is none.
  static func find(in folder: String) throws(SessionRecordError) -> SessionRecord? {
    let path = folder + "/" + fileName
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let bytes = FolderWalk.bytes(of: path, limit: 1 << 26) else { throw .unreadable(path) }
    return try SessionRecord(bytes, path: path)
  }
}

/// A file of people that cannot be read at all.
struct PeopleFileError: BilingualError {
  let path: String

  var message: Bilingual {
    Bilingual(
      ko: "\(path) 파일을 읽을 수 없습니다. 경로와 권한을 확인하십시오. 첫 줄이 name인 CSV면 됩니다.",
      en: "Cannot read \(path). Check the path and its permissions. A CSV whose first line is name will do.")
  }
}
