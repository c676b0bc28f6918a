/// How letters of Greek and signs are said.
enum SpokenSigns {
  static let readings: [Character: String] = {
    var readings: [Character: String] = [
      "%": "퍼센트", "‰": "퍼밀", "°": "도", "℃": "도", "∞": "무한대", "+": "플러스", "−": "마이너스", "-": "마이너스",
      "±": "플러스마이너스", "×": "곱하기", "÷": "나누기", "′": "프라임", "∂": "라운드", "∇": "나블라", "√": "루트", "ℓ": "엘",
      "&": "앤드", "#": "샵", "@": "골뱅이", "/": "슬래시", "₩": "원", "€": "유로", "½": "이분의 일", "⅓": "삼분의 일",
      "⅔": "삼분의 이", "¼": "사분의 일", "¾": "사분의 삼", "∗": "스타", "⋆": "스타", "★": "별", "Å": "옹스트롬", "ℝ": "알",
      "ℒ": "엘", "𝔼": "이", "ᵀ": "트랜스포즈", "ϑ": "세타", "ς": "시그마", "µ": "마이크로",
    ]
    for character in "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ⁺⁻⁾ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ" { readings[character] = "승" }
    for (letters, name) in greek { for letter in letters { readings[letter] = name } }
    return readings
  }()

  static let subscriptDigits = Dictionary(uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉", "0123456789"))

  static let subscriptLetters = Dictionary(uniqueKeysWithValues: zip("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "aehijklmnoprstuvx"))

  private static let greek = [
    ("αΑ", "알파"), ("βΒ", "베타"), ("γΓ", "감마"), ("δΔ", "델타"), ("εΕ", "엡실론"), ("ζΖ", "제타"), ("ηΗ", "에타"),
    ("θΘ", "세타"), ("ιΙ", "요타"), ("κΚ", "카파"), ("λΛ", "람다"), ("μΜ", "뮤"), ("νΝ", "뉴"), ("ξΞ", "크시"),
    ("οΟ", "오미크론"), ("πΠ", "파이"), ("ρΡ", "로"), ("σΣ", "시그마"), ("τΤ", "타우"), ("υΥ", "입실론"), ("φΦ", "파이"),
    ("χΧ", "카이"), ("ψΨ", "프시"), ("ωΩ", "오메가"),
  ]
}
