import Localization

/// What a section of an exercise's words is for: `### 힌트`, `### Mistake: swappedAlpha`.
public enum WordsSection: CaseIterable, Sendable, Hashable {
  case hint
  /// What a reader of a prediction may choose.
  case choice
  /// What is said of a known mistake.
  case mistake
  /// What is said where a law is broken.
  case law
  /// What an exploration's numbers lead to, where they miss.
  case result
  /// Why the answer is what it is: shown after success.
  case explanation

  /// The first word of its heading.
  public var keyword: Bilingual {
    switch self {
    case .hint: Bilingual(ko: "힌트", en: "Hint")
    case .choice: Bilingual(ko: "보기", en: "Choice")
    case .mistake: Bilingual(ko: "실수", en: "Mistake")
    case .law: Bilingual(ko: "법칙", en: "Law")
    case .result: Bilingual(ko: "결과", en: "Result")
    case .explanation: Bilingual(ko: "풀이", en: "Explanation")
    }
  }

  /// Whether a name follows, behind a colon.
  var isNamed: Bool {
    switch self {
    case .choice, .mistake, .law: true
    case .hint, .result, .explanation: false
    }
  }

  /// Whether there may be several without a name.
  var repeats: Bool { self == .hint }
}
