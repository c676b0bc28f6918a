import Localization

/// What prose may ask for between `{{` and `}}`.
public enum Verb: String, CaseIterable, Sendable, Hashable {
  /// A passage of the program, or of a library's source: `{{code Title}}`, `{{code Losses/FocalLoss.swift: Title}}`.
  case code
  /// A recorded value: `{{value easyCE}}`, with a particle `{{value easyCE 은/는}}`.
  case value
  /// Ties the sentence to a recorded predicate; prints nothing: `{{claim a hundred times smaller}}`.
  case claim
  /// The file of a recorded figure, as an image's address: `![…](<{{figure lossCurves}}>)`.
  case figure
  /// A recorded table, in a paragraph of its own: `{{table losses}}`.
  case table
  /// A number of the paper and its place: `{{paper hundredTimes}}`.
  case paper
  /// A reference to a remark on the slides: `{{slide 002-14}}`.
  case slide
  /// A reference to an exercise: `{{exercise 3.2}}`.
  case exercise

  /// Whether what it prints can be read aloud with a particle behind it.
  var takesParticle: Bool {
    switch self {
    case .value, .paper, .slide, .exercise: true
    case .code, .claim, .figure, .table: false
    }
  }

  /// What it names, for messages.
  var noun: Bilingual {
    switch self {
    case .code: Bilingual(ko: "패시지", en: "passage")
    case .value: Bilingual(ko: "값", en: "value")
    case .claim: Bilingual(ko: "주장", en: "claim")
    case .figure: Bilingual(ko: "그림", en: "figure")
    case .table: Bilingual(ko: "표", en: "table")
    case .paper: Bilingual(ko: "논문의 사실", en: "fact of the paper")
    case .slide: Bilingual(ko: "슬라이드 기록", en: "slide remark")
    case .exercise: Bilingual(ko: "연습문제", en: "exercise")
    }
  }
}

/// A verb with what it names.
struct VerbCall: Sendable, Hashable {
  let verb: Verb
  let name: String
  /// `은/는` and others; nil where none was asked for.
  let particle: String?

  /// As it stands in prose, without a particle.
  var written: String { "{{\(verb.rawValue) \(name)}}" }
}
