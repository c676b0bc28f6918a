import Literate
import Localization

/// A detector as the paper's Figure 2 plots it: COCO test-dev; RetinaNet and FPN FRCN timed on an Nvidia M40, others as published.
public struct PublishedDetector: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case oneStage, twoStage, retinaNet }

  public let name: String
  public let kind: Kind
  /// Average precision in percent.
  public let ap: Double
  /// Milliseconds for one image.
  public let time: Double
}

/// A row of Table 1(e): RetinaNet by depth and image scale, COCO test-dev.
public struct RetinaNetRow: Sendable, Hashable {
  /// Layers of the ResNet.
  public let depth: Int
  /// The shorter side of the image, in pixels.
  public let scale: Int
  public let ap: Double, ap50: Double, ap75: Double, apSmall: Double, apMedium: Double, apLarge: Double
  /// Milliseconds for one image.
  public let time: Double

  public var detector: PublishedDetector {
    PublishedDetector(name: "RetinaNet-\(depth)-\(scale)", kind: .retinaNet, ap: ap, time: time)
  }
}

extension Paper {
  /// Figure 2's other detectors. YOLOv2 stands in its list and not in its plot; R-FCN's time is the paper's extrapolation.
  public static let otherDetectors: [PublishedDetector] = [
    .init(name: "YOLOv2", kind: .oneStage, ap: 21.6, time: 25),
    .init(name: "SSD321", kind: .oneStage, ap: 28.0, time: 61),
    .init(name: "DSSD321", kind: .oneStage, ap: 28.0, time: 85),
    .init(name: "R-FCN", kind: .twoStage, ap: 29.9, time: 85),
    .init(name: "SSD513", kind: .oneStage, ap: 31.2, time: 125),
    .init(name: "DSSD513", kind: .oneStage, ap: 33.2, time: 156),
    .init(name: "FPN FRCN", kind: .twoStage, ap: 36.2, time: 172),
  ]

  /// Table 1(e). Its AP of ResNet-101 at 600 pixels is on test-dev, so not quite the one of the ablations on minival.
  public static let speedTable: [RetinaNetRow] = [
    row(50, 400, 30.5, 47.8, 32.7, 11.2, 33.8, 46.1, 64), row(50, 500, 32.5, 50.9, 34.8, 13.9, 35.8, 46.7, 72),
    row(50, 600, 34.3, 53.2, 36.9, 16.2, 37.4, 47.4, 98), row(50, 700, 35.1, 54.2, 37.7, 18.0, 39.3, 46.4, 121),
    row(50, 800, 35.7, 55.0, 38.5, 18.9, 38.9, 46.3, 153), row(101, 400, 31.9, 49.5, 34.1, 11.6, 35.8, 48.5, 81),
    row(101, 500, 34.4, 53.1, 36.8, 14.7, 38.5, 49.1, 90), row(101, 600, 36.0, 55.2, 38.7, 17.4, 39.6, 49.7, 122),
    row(101, 700, 37.1, 56.6, 39.8, 19.1, 40.6, 49.4, 154), row(101, 800, 37.8, 57.5, 40.8, 20.2, 41.1, 49.2, 198),
  ]

  /// `apOfYOLOv2`, `timeOfYOLOv2`: AP and time of each; and what the introduction says of them all.
  static let detectorFacts: [String: PaperFact] = {
    let figure = Bilingual(ko: "그림 2", en: "Figure 2"), table = Bilingual(ko: "표 1(e)", en: "Table 1(e)")
    let all = otherDetectors.map { ($0, figure) } + speedTable.map { ($0.detector, table) }
    var facts: [String: PaperFact] = [
      "accuracyWithin": PaperFact(.text("10–40%"), place: "§1"),
      "candidateLocations": PaperFact(.text(Bilingual(ko: "10⁴–10⁵개", en: "10⁴–10⁵")), place: "§2"),
      "proposalsKept": PaperFact(.text(Bilingual(ko: "1,000–2,000개", en: "1,000–2,000")), place: "§3.4"),
    ]
    for (detector, place) in all {
      facts["apOf\(detector.name)"] = PaperFact(.number(detector.ap, .fixed(1)), place: place)
      facts["timeOf\(detector.name)"] = PaperFact(.text("\(detector.time, .integer, in: .prose) ms"), place: place)
    }
    return facts
  }()

  private static func row(
    _ depth: Int, _ scale: Int, _ ap: Double, _ ap50: Double, _ ap75: Double, _ small: Double, _ medium: Double,
    _ large: Double, _ time: Double
  ) -> RetinaNetRow {
    RetinaNetRow(
      depth: depth, scale: scale, ap: ap, ap50: ap50, ap75: ap75, apSmall: small, apMedium: medium, apLarge: large,
      time: time)
  }
}
