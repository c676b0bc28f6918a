import Evaluation
import Literate
import Localization

/// COCO's twelve numbers, in percent.
struct QualityTable {
  private let numbers: [Double]

  init(_ quality: DetectionQuality) { numbers = quality.cocoNumbers }

  func text(in language: Language) -> String {
    let rows = zip(Self.names, numbers).map { names, number in
      [names.0, names.1[language], number < 0 ? Self.none[language] : String(format: "%.1f", 100 * number)]
    }
    return TextTable(sides: [.left, .left, .right], rows: rows).text
  }

  private static let none = Bilingual(ko: "객체 없음", en: "no objects")

  private static let names: [(String, Bilingual)] = [
    ("AP", Bilingual(ko: "IoU 0.50–0.95의 평균", en: "mean over IoU 0.50–0.95")), ("AP50", "IoU 0.50"),
    ("AP75", "IoU 0.75"),
    ("APS", Bilingual(ko: "작은 객체(32²픽셀까지)", en: "small objects, up to 32² pixels")),
    ("APM", Bilingual(ko: "중간 객체(96²픽셀까지)", en: "medium objects, up to 96² pixels")),
    ("APL", Bilingual(ko: "큰 객체", en: "large objects")),
    ("AR1", Bilingual(ko: "이미지마다 클래스별로 1개까지", en: "1 detection of a class in each image")),
    ("AR10", Bilingual(ko: "10개까지", en: "10 detections")), ("AR100", Bilingual(ko: "100개까지", en: "100 detections")),
    ("ARS", Bilingual(ko: "작은 객체", en: "small objects")), ("ARM", Bilingual(ko: "중간 객체", en: "medium objects")),
    ("ARL", Bilingual(ko: "큰 객체", en: "large objects")),
  ]
}
