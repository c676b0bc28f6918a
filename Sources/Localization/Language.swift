/// The language that a reader reads in.
public enum Language: String, CaseIterable, Sendable, Hashable {
  case ko, en

  /// The language of one locale name, such as `ko_KR.UTF-8` or `en`; nil where it is neither Korean nor English.
  public init?(locale: String) {
    let language = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
    self.init(rawValue: language)
  }

  /// The reader's language: what `--lang` said, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that names
  /// Korean or English, else Korean (as with `C`, `POSIX`, or nothing said).
  ///
  /// - Parameter environment: the variables of the process.
  public static func preferred(in environment: [String: String]) -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0].flatMap(Language.init(locale:)) }
      .first ?? .ko
  }

  /// What speakers of the language call it.
  public var nativeName: String {
    switch self {
    case .ko: "한국어"
    case .en: "English"
    }
  }
}
