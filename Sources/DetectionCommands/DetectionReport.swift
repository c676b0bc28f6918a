import Detection
import Literate
import Localization
import Workbook

/// What `detect` says of a photograph.
struct DetectionReport {
  let classes: [DetectedClass]
  /// Above the threshold, by descending score.
  let shown: [FoundObject]
  /// Those below it that the decoding kept.
  let hidden: [FoundObject]
  let threshold: Double

  func text(in language: Language) -> String {
    [shown.isEmpty ? nothing : table(in: language), shown.isEmpty ? nil : more].compactMap { $0?[language] }
      .joined(separator: "\n")
  }

  private func table(in language: Language) -> Bilingual {
    let header = [
      "", Bilingual(ko: "객체", en: "object"), Bilingual(ko: "점수", en: "score"), Bilingual(ko: "왼쪽", en: "left"),
      Bilingual(ko: "위", en: "top"), Bilingual(ko: "오른쪽", en: "right"), Bilingual(ko: "아래", en: "bottom"),
    ].map { $0[language] }
    let rows = shown.enumerated().map { index, object in
      let edges = [object.box.xMin, object.box.yMin, object.box.xMax, object.box.yMax]
      return ["\(index + 1)", classes[object.label].name[language], object.scoreText]
        + edges.map { "\(Int($0.rounded()))" }
    }
    let sides: [TextTable.Side] = [.right, .left, .right, .right, .right, .right, .right]
    return Bilingual(stringLiteral: TextTable(sides: sides, rows: [header] + rows).text)
  }

  private var nothing: Bilingual {
    guard let best = hidden.first else {
      return Bilingual(ko: "찾은 객체가 없습니다.", en: "Nothing was found.")
    }
    let (name, score) = (classes[best.label].name, best.scoreText)
    return Bilingual(
      ko: "점수가 \(threshold)보다 높은 객체가 없습니다. 가장 높은 점수는 \(score)(\(name.ko))입니다. --threshold를 낮추어 보십시오.",
      en: "No score is above \(threshold). The highest is \(score) (\(name.en)). Try a lower --threshold.")
  }

  private var more: Bilingual? {
    guard !hidden.isEmpty else { return nil }
    return Bilingual(
      ko: "점수가 더 낮은 객체가 \(hidden.count)개 더 있습니다(--threshold).",
      en: "\(hidden.count) more have lower scores (--threshold).")
  }
}

extension FoundObject {
  /// The score as it is shown.
  var scoreText: String { Format.fixed(2).text(of: Double(score), in: .prose) }
}
