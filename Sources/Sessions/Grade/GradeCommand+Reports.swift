import CairoRendering
import Console
import Files
import Localization
import Plotting

extension GradeCommand {
  /// Writes what everybody's results come to, and tells it.
  func write(_ results: [PersonResult], _ run: GradeRun) throws {
    let table = table(run)
    StandardStreams.print(table.sum(results) + "\n\n" + table.legend(results))
    var record = run.record
    record.language = language
    let file = ReportFile(book: run.book, record: record, results: results)
    try AtomicFile.write(Array(file.csv.utf8), to: "\(out)/\(ReportFile.name)")
    let renderer = try SceneRenderer()
    for figure in ReportPicture.figures(results, record, run.book) {
      guard let picture = figure.content as? ReportPicture else { continue }
      let scene = try figure.scene(size: picture.size, language: language, measurer: PangoMeasurer())
      try AtomicFile.write(try renderer.png(scene), to: "\(out)/\(figure.name).png")
    }
    tell(results)
  }

  private func tell(_ results: [PersonResult]) {
    let missing = results.filter { $0.handedIn == nil }.map(\.person.name)
    let kept = results.count(where: \.isKept)
    let remarked = results.filter { $0.handedIn?.remarks.isEmpty == false }.map(\.person.name)
    StandardStreams.print("")
    if !missing.isEmpty {
      say(
        Bilingual(
          ko: "제출하지 않은 사람(\(missing.count)명): \(missing.joined(separator: ", "))",
          en: "Nothing from \(missing.count): \(missing.joined(separator: ", "))"))
    }
    if !remarked.isEmpty {
      say(
        Bilingual(
          ko: "알릴 것이 있는 제출물: \(remarked.joined(separator: ", ")). 표의 알림 열과 결과 파일을 보십시오.",
          en: "Remarks on: \(remarked.joined(separator: ", ")). See the column of remarks and their feedback."))
    }
    if let warning = results.lazy.compactMap(\.warning).first { complain(warning) }
    if kept > 0 {
      say(Bilingual(ko: "바뀌지 않아 다시 채점하지 않은 사람: \(kept)명", en: "Not graded again, as nothing has changed: \(kept)"))
    }
    say(
      Bilingual(
        ko: "\(out)/report.csv, \(out)/report.png, 사람마다의 결과는 \(out)/feedback",
        en: "\(out)/report.csv, \(out)/report.png, and feedback for each person in \(out)/feedback"))
  }

  private func say(_ message: Bilingual) { StandardStreams.print(message[language]) }
}
