import Localization

extension CompilerMessage {
  /// What the compiler's most frequent words mean, and what to do; nil for others.
  public var advice: Bilingual? { Self.advice.first { text.contains($0.words) }?.advice }

  private static let advice: [(words: String, advice: Bilingual)] = [
    (
      "cannot find",
      Bilingual(
        ko: "이 이름은 정의된 적이 없습니다. 철자와 대소문자를 보십시오.",
        en: "This name is defined nowhere. Check its spelling and its capitals.")
    ),
    (
      "binary operator",
      Bilingual(
        ko: "종류가 다른 두 값은 함께 계산할 수 없습니다. 정수는 Double(…)로 바꾸십시오.",
        en: "Values of different types cannot be combined. Turn whole numbers into Double(…).")
    ),
    (
      "cannot convert",
      Bilingual(
        ko: "필요한 것과 종류가 다른 값입니다. 따옴표 안의 두 종류를 비교하십시오.",
        en: "The value has another type than is needed. Compare the two types in quotation marks.")
    ),
    (
      "missing return",
      Bilingual(
        ko: "값을 돌려주지 않고 끝나는 길이 있습니다. 마지막에 return을 쓰십시오.",
        en: "There is a way to the end without a result. Put a return at the end.")
    ),
    (
      "expected '}'",
      Bilingual(ko: "여는 중괄호 {에 짝이 되는 }가 없습니다.", en: "An opening brace { has no closing }.")
    ),
    ("extraneous '}'", Bilingual(ko: "짝이 없는 }입니다. 지우십시오.", en: "This } closes nothing. Remove it.")),
    (
      "unterminated",
      Bilingual(ko: "열린 따옴표나 주석이 닫히지 않았습니다.", en: "A quotation mark or a comment is left open.")
    ),
    (
      "reasonable time",
      Bilingual(
        ko: "한 식이 너무 깁니다. let으로 나누어 여러 줄로 쓰십시오.",
        en: "One expression is too long. Break it up into several lines with let.")
    ),
    (
      "is a 'let' constant",
      Bilingual(ko: "let으로 정한 값은 바꿀 수 없습니다. var로 정하십시오.", en: "What let defines cannot change. Use var.")
    ),
    (
      "argument label",
      Bilingual(
        ko: "인수의 이름이 함수의 선언과 다릅니다. 선언을 보고 맞추십시오.",
        en: "The arguments' labels differ from the function's declaration. Make them the same.")
    ),
    (
      "has no member",
      Bilingual(
        ko: "이 값에는 그런 속성이나 함수가 없습니다. 철자를 보십시오.",
        en: "This value has no such property or function. Check the spelling.")
    ),
    (
      "redeclaration",
      Bilingual(ko: "같은 이름을 두 번 정의했습니다. 하나를 지우십시오.", en: "The same name is defined twice. Remove one.")
    ),
    (
      "before being initialized",
      Bilingual(
        ko: "값을 정하기 전에 쓴 변수입니다. 먼저 값을 넣으십시오.", en: "The variable is used before it has a value. Give it one first.")
    ),
    (
      "not handled",
      Bilingual(
        ko: "오류를 던질 수 있는 호출입니다. 던지지 않는 방법을 쓰십시오.",
        en: "This call can throw an error. Use one that does not.")
    ),
  ]
}
