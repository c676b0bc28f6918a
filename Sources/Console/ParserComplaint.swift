import Localization

/// What the argument parser complains about, in the reader's language.
///
/// The parser says it in English sentences and in no other form. The frequent ones are taken apart here; any other is
/// passed on as it is.
struct ParserComplaint: BilingualError, Equatable {
  let message: Bilingual

  /// - Parameters:
  ///   - sentence: what the parser says.
  ///   - commands: the names of commands, one of which a word may be meant for.
  init(_ sentence: String, commands: [String]) {
    let known = Self.unknownOption(sentence) ?? Self.missingValue(sentence) ?? Self.unusableValue(sentence)
    message =
      known ?? Self.surplusValue(sentence) ?? Self.unexpected(sentence, commands) ?? Bilingual(stringLiteral: sentence)
  }

  private static func unknownOption(_ sentence: String) -> Bilingual? {
    guard let match = sentence.wholeMatch(of: /(?s)Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) else {
      return nil
    }
    return Bilingual(
      ko: "이 명령에 없는 선택 사항입니다: \(match.1)." + (match.2.map { " 혹시 \($0)입니까?" } ?? ""),
      en: "This command has no option \(match.1)." + (match.2.map { " Did you mean \($0)?" } ?? ""))
  }

  private static func missingValue(_ sentence: String) -> Bilingual? {
    sentence.wholeMatch(of: /Missing value for '(\S+?)(?: <.+>)?'/).map { match in
      Bilingual(ko: "\(match.1) 뒤에 값이 없습니다. 값을 이어 적으십시오.", en: "\(match.1) has no value. Type one behind it.")
    }
  }

  private static func unusableValue(_ sentence: String) -> Bilingual? {
    sentence.wholeMatch(of: /(?s)The value '(.*)' is invalid for '(\S+)(?: <.+?>)?': (.+)/).map { match in
      Bilingual(
        ko: "\(match.2)에 쓸 수 없는 값입니다: ‘\(match.1)’. \(match.3)",
        en: "The value “\(match.1)” cannot be used for \(match.2). \(match.3)")
    }
  }

  private static func surplusValue(_ sentence: String) -> Bilingual? {
    sentence.wholeMatch(of: /(?s)The option '(\S+)' does not take any value, but '(.*)' was specified\./).map { match in
      Bilingual(
        ko: "값 없이 쓰는 선택 사항입니다: \(match.1). 뒤의 ‘\(match.2)’ 없이 적으십시오.",
        en: "\(match.1) takes no value. Type it without “\(match.2)”.")
    }
  }

  private static func unexpected(_ sentence: String, _ commands: [String]) -> Bilingual? {
    sentence.wholeMatch(of: /(?s)(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/).map { match in
      let words = String(match.1).replacing("', '", with: " ")
      let nearest = nearestName(to: words, among: commands)
      return Bilingual(
        ko: "이 자리에서 알 수 없는 말입니다: \(words)." + (nearest.map { " 혹시 \($0)입니까?" } ?? ""),
        en: "Not understood here: \(words)." + (nearest.map { " Did you mean \($0)?" } ?? ""))
    }
  }
}
