import Literate
import Localization

/// What the paper says, by the names that the prose uses, each with its place.
///
/// - Source: Lin, Goyal, Girshick, He, Dollár, *Focal Loss for Dense Object Detection*, arXiv:1708.02002v2.
public enum Paper {
  static let facts: [String: PaperFact] = [
    "anchorsPerImage": PaperFact(.number(Double(anchorsPerImage), .integer), place: "§4"),
    "roughlyAnchors": PaperFact(.text(Bilingual(ko: "약 10만 개", en: "about 100,000")), place: "§4.1"),
    "imbalance": PaperFact(.text("1:1000"), place: "§3"),
    "anchorSizes": PaperFact(.text(Bilingual(ko: "32~813픽셀", en: "32–813 pixels")), place: "§4"),
    "hundredTimes": PaperFact(.number(100, .integer), place: "§3.2"),
    "thousandTimes": PaperFact(.number(1000, .integer), place: "§3.2"),
    "fourTimes": PaperFact(.number(4, .integer), place: "§3.2"),
    "sampledNegatives": PaperFact(.number(3, .integer), place: "§3.4"),
    "backgroundsPerObject": PaperFact(.number(1000, .integer), place: "§3"),
    "lossOfEqualAlpha": PaperFact(.number(0.4, .fixed(1)), place: "§5.1"),
    "apOfMining": PaperFact(.number(32.8, .fixed(1)), place: table("1(d)")),
    "apOfMiningOneToThree": PaperFact(.number(31.1, .fixed(1)), place: table("1(d)")),
    "apOfFocalLossBesideMining": PaperFact(.number(36.0, .fixed(1)), place: table("1(d)")),
    "apOfStar2": PaperFact(.number(33.8, .fixed(1)), place: table("3")),
    "apOfStar4": PaperFact(.number(33.9, .fixed(1)), place: table("3")),
    "scoreThreshold": PaperFact(.number(0.05, .fixed(2)), place: "§4.1"),
    "candidatesPerLevel": PaperFact(.text(Bilingual(ko: "1,000개", en: "1,000")), place: "§4.1"),
    "nmsThreshold": PaperFact(.number(0.5, .fixed(1)), place: "§4.1"),
    "iterations": PaperFact(.text(Bilingual(ko: "90,000스텝", en: "90,000 steps")), place: "§4.1"),
    "batch": PaperFact(.text(Bilingual(ko: "이미지 16장", en: "16 images")), place: "§4.1"),
    "trainingTime": PaperFact(.text(Bilingual(ko: "10~35시간", en: "10 to 35 hours")), place: "§4.1"),
    "prior": PaperFact(.number(0.01, .fixed(2)), place: "§4.1"),
    "weightDeviation": PaperFact(.number(0.01, .fixed(2)), place: "§4.1"),
    "leastScore": PaperFact(.number(0.05, .fixed(2)), place: "§4.1"),
    "boxesPerLevel": PaperFact(.text(Bilingual(ko: "1,000개", en: "1,000 boxes")), place: "§4.1"),
    "multiClass": PaperFact(
      .text(Bilingual(ko: "“간단하고 잘 작동한다”", en: "“straightforward and works well”")),
      place: Bilingual(ko: "각주 1", en: "footnote 1")),
  ].merging(alphaFacts) { own, _ in own }.merging(gammaFacts) { own, _ in own }.merging(anchorFacts) { own, _ in own }
    .merging(detectorFacts) { own, _ in own }

  /// About so many anchors does RetinaNet look at in one image.
  public static let anchorsPerImage = 100_000

  /// Table 1(a): average precision of CE (γ = 0) by α, in percent; ResNet-50-FPN at 600 pixels, COCO minival.
  ///
  /// The row of α = 0.10, where training broke down and AP is 0, stands first.
  public static let alphaTable: [(alpha: Double, ap: Double)] = [
    (0.1, 0), (0.25, 10.8), (0.5, 30.2), (0.75, 31.1), (0.9, 30.8), (0.99, 28.7), (0.999, 25.1),
  ]

  /// Table 1(b): average precision of the focal loss by γ, each with its best α, in percent; as Table 1(a).
  public static let gammaTable: [(gamma: Double, alpha: Double, ap: Double)] = [
    (0, 0.75, 31.1), (0.1, 0.75, 31.4), (0.2, 0.75, 31.9), (0.5, 0.5, 32.9), (1, 0.25, 33.7), (2, 0.25, 34.0),
    (5, 0.25, 32.2),
  ]

  /// Table 1(c): average precision by the octave scales and the aspect ratios of the anchors, in percent; as Table 1(a).
  public static let anchorTable: [(scales: Int, ratios: Int, ap: Double)] = [
    (1, 1, 30.3), (2, 1, 31.9), (3, 1, 31.8), (1, 3, 32.4), (2, 3, 34.2), (3, 3, 34.0), (4, 3, 33.8),
  ]

  /// `apAtAlpha0.75`: rows of Table 1(a).
  private static let alphaFacts = Dictionary(
    uniqueKeysWithValues: alphaTable.map { alpha, ap in
      ("apAtAlpha\(alpha)", PaperFact(.number(ap, .fixed(1)), place: table("1(a)")))
    })

  /// `apAtGamma2.0`: rows of Table 1(b).
  private static let gammaFacts = Dictionary(
    uniqueKeysWithValues: gammaTable.map { gamma, _, ap in
      ("apAtGamma\(gamma)", PaperFact(.number(ap, .fixed(1)), place: table("1(b)")))
    })

  /// `apAtScales3Ratios1`: rows of Table 1(c).
  private static let anchorFacts = Dictionary(
    uniqueKeysWithValues: anchorTable.map { scales, ratios, ap in
      ("apAtScales\(scales)Ratios\(ratios)", PaperFact(.number(ap, .fixed(1)), place: table("1(c)")))
    })

  private static func table(_ number: String) -> Bilingual { Bilingual(ko: "표 \(number)", en: "Table \(number)") }
}
