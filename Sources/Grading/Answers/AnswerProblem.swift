import Literate
import Localization

extension Answer {
  /// What is wrong with what was written, before anything is judged.
  public enum Problem: BilingualError, Hashable, Codable {
    case empty
    case notANumber(String)
    case notFinite(String)
    /// More than one number where one is asked for.
    case several(String)
    /// A comma that may divide thousands or be a decimal point; each way of writing it that is clear.
    case ambiguous(String, thousands: String, decimal: String)
    case count(given: Int, asked: Int)
    case unknownChoice(String, choices: Int, nearest: String?)

    public var message: Bilingual {
      switch self {
      case .empty:
        Bilingual(
          ko: "답이 비어 있습니다. 번호 뒤에 답을 적으십시오.", en: "The answer is empty. Enter it behind the number.")
      case .notANumber(let text):
        Bilingual(
          ko: "“\(text)”에서 수를 읽을 수 없습니다. 0.36, -4.6, 1/3, 1e-2, 36%처럼 계산한 수만 적으십시오.",
          en: "Cannot read a number in “\(text)”. Enter the number alone, like 0.36, -4.6, 1/3, 1e-2 or 36%.")
      case .notFinite(let text):
        Bilingual(
          ko: "\(text.quoted("은/는")) 유한한 수가 아닙니다. 유한한 수를 적으십시오.",
          en: "“\(text)” is not a finite number. Enter one that is.")
      case .several(let text):
        Bilingual(
          ko: "“\(text)”에는 수가 둘 이상입니다. 하나만 적으십시오.", en: "There is more than one number in “\(text)”. Enter one.")
      case .ambiguous(let text, let thousands, let decimal):
        Bilingual(
          ko: "\(text.quoted("은/는")) 두 가지로 읽힙니다. 쉼표 없이 \(thousands) 또는 \(decimal)처럼 적으십시오.",
          en: "“\(text)” can be read in two ways. Write it without the comma, as \(thousands) or \(decimal).")
      case .count(let given, let asked):
        Bilingual(
          ko: "수 \(asked)개를 물었는데 \(given)개를 적었습니다. 세미콜론(;)으로 나누어 \(asked)개를 적으십시오.",
          en: "\(asked) numbers are asked for, and \(given) given. Enter \(asked), with semicolons (;) between them.")
      case .unknownChoice(let text, let choices, let nearest):
        Bilingual(
          ko: "\(text.quoted("은/는")) 보기에 없습니다. \(Self.letters(choices)) 가운데 하나를 적으십시오."
            + (nearest.map { " 혹시 “\($0)”입니까?" } ?? ""),
          en: "“\(text)” is none of the choices. Enter one of \(Self.letters(choices))."
            + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
      }
    }

    private static func letters(_ count: Int) -> String {
      "abcdefghijklmnopqrstuvwxyz".prefix(count).map(String.init).joined(separator: ", ")
    }
  }
}
