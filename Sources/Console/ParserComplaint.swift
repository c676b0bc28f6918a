import Localization

/// What the argument parser complains about, in the reader's language.
///
/// The parser says it in English sentences and in no other form. The frequent ones are taken apart here; any other is
/// passed on as it is.
package enum ParserComplaint: BilingualError, Equatable {
  case unknownOption(String, nearest: String?)
  case missing(String)
  case missingValue(of: String)
  case unusable(value: String, of: String, reason: String)
  case surplus(value: String, of: String)
  case unexpected(words: String, nearest: String?)
  case other(String)

  /// - Parameters:
  ///   - sentence: what the parser says.
  ///   - commands: the names of commands, one of which a word may be meant for.
  init(_ sentence: String, commands: [String]) {
    if let match = sentence.wholeMatch(of: /(?s)Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      self = .unknownOption(String(match.1), nearest: match.2.map(String.init))
    } else if let match = sentence.wholeMatch(of: /Missing expected argument '(--\S+|<.+?>)(?: <.+>)?'/) {
      self = .missing(String(match.1))
    } else if let match = sentence.wholeMatch(of: /Missing value for '(\S+?)(?: <.+>)?'/) {
      self = .missingValue(of: String(match.1))
    } else if let match = sentence.wholeMatch(of: /(?s)The value '(.*)' is invalid for '(\S+)(?: <.+?>)?': (.+)/) {
      self = .unusable(value: String(match.1), of: String(match.2), reason: String(match.3))
    } else if let match = sentence.wholeMatch(of: /(?s)The option '(\S+)' does not take any value, but '(.*)' was .*/) {
      self = .surplus(value: String(match.2), of: String(match.1))
    } else if let match = sentence.wholeMatch(of: /(?s)(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/) {
      let words = String(match.1).replacing("', '", with: " ")
      self = .unexpected(words: words, nearest: nearestName(to: words, among: commands))
    } else {
      self = .other(sentence)
    }
  }

  package var message: Bilingual {
    switch self {
    case .unknownOption(let name, let nearest):
      Bilingual(
        ko: "이 명령에 없는 선택 사항입니다: \(name)." + (nearest.map { " 혹시 \($0)입니까?" } ?? ""),
        en: "This command has no option \(name)." + (nearest.map { " Did you mean \($0)?" } ?? ""))
    case .missing(let name):
      Bilingual(ko: "꼭 있어야 하는 것이 빠졌습니다: \(name). 더해서 적으십시오.", en: "\(name) is missing, and needed. Add it.")
    case .missingValue(let name):
      Bilingual(ko: "\(name) 뒤에 값이 없습니다. 값을 이어 적으십시오.", en: "\(name) has no value. Type one behind it.")
    case .unusable(let value, let name, let reason):
      Bilingual(
        ko: "\(name)에 쓸 수 없는 값입니다: ‘\(value)’. \(reason)",
        en: "The value “\(value)” cannot be used for \(name). \(reason)")
    case .surplus(let value, let name):
      Bilingual(
        ko: "값 없이 쓰는 선택 사항입니다: \(name). 뒤의 ‘\(value)’ 없이 적으십시오.",
        en: "\(name) takes no value. Type it without “\(value)”.")
    case .unexpected(let words, let nearest):
      Bilingual(
        ko: "이 자리에서 알 수 없는 말입니다: \(words)." + (nearest.map { " 혹시 \($0)입니까?" } ?? ""),
        en: "Not understood here: \(words)." + (nearest.map { " Did you mean \($0)?" } ?? ""))
    case .other(let sentence): Bilingual(stringLiteral: sentence)
    }
  }
}
