import Grading
import Localization

/// Results as a table for spreadsheets.
struct ReportFile {
  let book: Book
  let record: SessionRecord
  let results: [PersonResult]

  static let name = "report.csv"

  var csv: String {
    let language = record.language
    let header =
      [
        Bilingual(ko: "이름", en: "name"), Bilingual(ko: "통과", en: "passed"), Bilingual(ko: "문제", en: "exercises"),
      ].map { $0[language] } + record.exercises.map(\.description)
      + [
        Bilingual(ko: "시드", en: "seed"), Bilingual(ko: "채점한 파일", en: "files"), Bilingual(ko: "알림", en: "remarks"),
      ].map { $0[language] }
    let rows = results.map { result in
      [result.person.name, "\(result.passed)", "\(record.exercises.count)"]
        + record.exercises.map { (result.verdicts[$0]?.brief ?? Mark.absent.name)[language] }
        + [
          result.person.seed.text, (result.handedIn?.files ?? []).joined(separator: "\n"),
          (result.handedIn?.remarks ?? []).map { $0[language] }.joined(separator: "\n"),
        ]
    }
    return CSVTable.text(of: [header] + rows)
  }
}
