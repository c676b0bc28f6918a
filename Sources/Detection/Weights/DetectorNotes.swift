import Boxes
import Images
import Localization

/// What tensors do not show of a detector: a `.safetensors` file carries it as texts.
///
/// ```swift
/// try detector.write(to: path, metadata: notes.texts)
/// let notes = DetectorNotes(in: try WeightFile(at: path).metadata)
/// ```
///
/// What a file does not say is nil, as in all files of torchvision's.
public struct DetectorNotes: Sendable, Hashable {
  /// Of the backbone's normalisation.
  public var epsilon: NormEpsilon?
  /// Of the subnets' normalisation.
  public var groups: Int?
  public var anchors: Anchors?
  /// How large a picture is made.
  public var rule: ResizeRule?
  public var scale: ColourScale?
  /// The names of all classes, in the order of their indices; empty where none are known.
  public var classes: [Bilingual] = []

  /// What `AnchorGenerator` needs.
  public struct Anchors: Sendable, Hashable {
    public var convention: AnchorGenerator.Convention
    public var aspectRatios, octaveScales: [Double]
  }

  public init() {}

  /// What is to be said of a configuration.
  public init(
    of configuration: RetinaNetConfiguration, rule: ResizeRule, scale: ColourScale, classes: [Bilingual]
  ) {
    epsilon =
      switch configuration.backboneNorm {
      case .frozen(let epsilon), .trained(let epsilon): epsilon
      }
    groups = if case .groups(let count) = configuration.subnetNorm { count } else { nil }
    let anchors = configuration.anchors
    self.anchors = Anchors(
      convention: anchors.convention, aspectRatios: anchors.aspectRatios, octaveScales: anchors.octaveScales)
    (self.rule, self.scale, self.classes) = (rule, scale, classes)
  }
}

// MARK: - As texts

extension DetectorNotes {
  /// Reads what the texts of a file say; what is not understood counts as not said.
  public init(in texts: [String: String]) {
    func numbers(_ key: Key, count: Int? = nil) -> [Double]? {
      let words = texts[key.rawValue]?.split(separator: " ") ?? []
      let numbers = words.compactMap { Double($0) }.filter { $0.isFinite }
      return numbers.isEmpty || numbers.count != count ?? words.count ? nil : numbers
    }
    epsilon = numbers(.epsilon, count: 1).flatMap { number in [.standard, .zero].first { $0.value == number[0] } }
    groups = numbers(.groups, count: 1).flatMap { Int(exactly: $0[0]) }.flatMap { $0 > 0 ? $0 : nil }
    if let ratios = numbers(.ratios), let scales = numbers(.scales) {
      anchors = Anchors(
        convention: texts[Key.anchors.rawValue] == "torchvision" ? .torchvision : .paper, aspectRatios: ratios,
        octaveScales: scales)
    }
    if let sides = numbers(.sides, count: 2)?.compactMap({ Int(exactly: $0) }), sides.count == 2,
      sides.allSatisfy(ImageSize.sides.contains)
    {
      rule = ResizeRule(shorterSide: sides[0], longerSide: sides[1])
    }
    if let mean = numbers(.mean, count: 3), let deviation = numbers(.deviation, count: 3),
      deviation.allSatisfy({ Float($0) > 0 })
    {
      scale = ColourScale(mean: mean.map { Float($0) }, deviation: deviation.map { Float($0) })
    }
    let (korean, english) = (texts[Key.korean.rawValue] ?? "", texts[Key.english.rawValue] ?? "")
    let names = [korean, english].map { $0.split(separator: "\n").map(String.init) }
    if names[0].count == names[1].count { classes = zip(names[0], names[1]).map { Bilingual(ko: $0, en: $1) } }
  }

  /// These notes for a file to carry.
  public var texts: [String: String] {
    func text(_ numbers: [some LosslessStringConvertible]?) -> String? {
      numbers.map { $0.map { "\($0)" }.joined(separator: " ") }
    }
    let all: [(Key, String?)] = [
      (.epsilon, epsilon.map { "\($0.value)" }), (.groups, groups.map { "\($0)" }),
      (.anchors, anchors.map { $0.convention == .torchvision ? "torchvision" : "paper" }),
      (.ratios, text(anchors?.aspectRatios)), (.scales, text(anchors?.octaveScales)),
      (.sides, text(rule.map { [$0.shorterSide, $0.longerSide] })), (.mean, text(scale?.mean)),
      (.deviation, text(scale?.deviation)),
      (.korean, classes.isEmpty ? nil : classes.map(\.ko).joined(separator: "\n")),
      (.english, classes.isEmpty ? nil : classes.map(\.en).joined(separator: "\n")),
    ]
    return Dictionary(uniqueKeysWithValues: all.compactMap { key, text in text.map { (key.rawValue, $0) } })
  }

  private enum Key: String {
    case epsilon = "detector.epsilon"
    case groups = "detector.groups"
    case anchors = "detector.anchors"
    case ratios = "detector.anchors.ratios"
    case scales = "detector.anchors.scales"
    case sides = "detector.picture.sides"
    case mean = "detector.picture.mean"
    case deviation = "detector.picture.deviation"
    case korean = "detector.classes.ko"
    case english = "detector.classes.en"
  }
}
