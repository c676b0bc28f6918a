import Literate
import Localization

/// What the paper says, by the names that the prose uses, each with its place.
///
/// - Source: Lin, Goyal, Girshick, He, Dollár, *Focal Loss for Dense Object Detection*, arXiv:1708.02002v2.
enum Paper {
  static let facts: [String: PaperFact] = [
    // §3.2
    "hundredTimes": PaperFact(.number(100, .integer), place: "§3.2"),
    "thousandTimes": PaperFact(.number(1000, .integer), place: "§3.2"),
    // §3.4
    "sampledNegativesPerPositive": PaperFact(.number(3, .integer), place: "§3.4"),
  ].merging(table1a) { own, _ in own }

  /// Table 1(a): average precision of CE (γ = 0) by α, ResNet-50-FPN at 600 pixels, COCO minival.
  private static let table1a = Dictionary(
    uniqueKeysWithValues: [
      ("apAtAlpha10", 0.0), ("apAtAlpha25", 10.8), ("apAtAlpha50", 30.2), ("apAtAlpha75", 31.1),
      ("apAtAlpha90", 30.8), ("apAtAlpha99", 28.7), ("apAtAlpha999", 25.1),
    ].map { name, ap in
      (name, PaperFact(.number(ap, .fixed(1)), place: Bilingual(ko: "표 1(a)", en: "Table 1(a)")))
    })
}
