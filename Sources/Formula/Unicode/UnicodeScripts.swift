/// Sub- and superscripts as characters of their own, where Unicode has them and fonts of terminals draw them.
enum UnicodeScripts {
  /// `text` lowered, or nil where a character has no subscript.
  static func lower(_ text: String) -> String? { shift(text, by: lowered) }

  /// `text` raised, or nil where a character has no superscript. Greek has some, but few fonts know them.
  static func upper(_ text: String) -> String? { shift(text, by: raised) }

  private static func shift(_ text: String, by table: [Character: Character]) -> String? {
    var result = ""
    for character in text {
      guard let shifted = table[character] else { return nil }
      result.append(shifted)
    }
    return result
  }

  private static let lowered = table(
    from: "0123456789+−=()aehijklmnoprstuvx",
    to: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  private static let raised = table(
    from: "0123456789+−=()abcdefghijklmnoprstuvwxyzT*′°",
    to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ*′°")

  private static func table(from plain: String, to shifted: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, shifted))
  }
}
