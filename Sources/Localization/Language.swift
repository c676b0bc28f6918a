/// The language that a reader reads in.
public enum Language: String, CaseIterable, Sendable, Hashable {
  case ko, en

  /// The language of one locale name, such as `ko_KR.UTF-8` or `en`; nil where it is neither Korean nor English.
  public init?(locale: String) {
    let language = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
    self.init(rawValue: language)
  }

  /// The reader's language: that of the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that names one.
  ///
  /// Readers of other languages get English, which more of them read; where no language is named (`C`, `POSIX`, or nothing
  /// said), it is Korean.
  /// - Parameter environment: the variables of the process.
  public static func preferred(in environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first(where: namesLanguage)
    return locale.map { Language(locale: $0) ?? .en } ?? .ko
  }

  /// Whether a locale's name starts with a language's code, two or three letters: `fr_FR.UTF-8`, but not `C.UTF-8`.
  private static func namesLanguage(_ locale: String) -> Bool {
    let code = locale.prefix { $0.isASCII && $0.isLetter }
    return (2...3).contains(code.count) && (locale.count == code.count || "_-.@".contains(locale[code.endIndex]))
  }

  /// What speakers of the language call it.
  public var nativeName: String {
    switch self {
    case .ko: "한국어"
    case .en: "English"
    }
  }
}
