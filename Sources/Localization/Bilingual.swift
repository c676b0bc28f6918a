/// One text in both languages.
///
/// ```swift
/// let label = Bilingual(ko: "객체", en: "object")
/// label[.ko]            // "객체"
/// let same: Bilingual = "γ = 2"
/// ```
public struct Bilingual: Sendable, Hashable {
  public let ko: String
  public let en: String

  public init(ko: String, en: String) {
    self.ko = ko
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .ko: ko
    case .en: en
    }
  }

  /// The text with `transform` applied to each language's form.
  public func map(_ transform: (String) -> String) -> Bilingual {
    Bilingual(ko: transform(ko), en: transform(en))
  }
}

/// A literal says the same in both languages: names, symbols, formulas.
extension Bilingual: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    self.init(ko: value, en: value)
  }
}
