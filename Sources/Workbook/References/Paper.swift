import Literate
import Localization

/// What the paper says, by the names that the prose uses, each with its place.
///
/// - Source: Lin, Goyal, Girshick, He, Dollár, *Focal Loss for Dense Object Detection*, arXiv:1708.02002v2.
public enum Paper {
  static let facts: [String: PaperFact] = [
    "anchorsPerImage": PaperFact(.number(Double(anchorsPerImage), .integer), place: "§4"),
    "sampledNegatives": PaperFact(.number(3, .integer), place: "§3.4"),
    "multiClass": PaperFact(
      .text(Bilingual(ko: "“간단하고 잘 작동한다”", en: "“straightforward and works well”")),
      place: Bilingual(ko: "각주 1", en: "footnote 1")),
  ].merging(alphaFacts) { own, _ in own }.merging(detectorFacts) { own, _ in own }

  /// About so many anchors does RetinaNet look at in one image.
  public static let anchorsPerImage = 100_000

  /// Table 1(a): average precision of CE (γ = 0) by α, in percent; ResNet-50-FPN at 600 pixels, COCO minival.
  ///
  /// The row of α = 0.10, where training broke down and AP is 0, stands first.
  public static let alphaTable: [(alpha: Double, ap: Double)] = [
    (0.1, 0), (0.25, 10.8), (0.5, 30.2), (0.75, 31.1), (0.9, 30.8), (0.99, 28.7), (0.999, 25.1),
  ]

  /// `apAtAlpha0.75`: that table's rows.
  private static let alphaFacts = Dictionary(
    uniqueKeysWithValues: alphaTable.map { alpha, ap in
      ("apAtAlpha\(alpha)", PaperFact(.number(ap, .fixed(1)), place: Bilingual(ko: "표 1(a)", en: "Table 1(a)")))
    })
}
