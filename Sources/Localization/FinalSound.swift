/// How a text ends when a Korean reads it aloud: what decides the form of a particle after it.
public enum FinalSound: Sendable, Hashable {
  case vowel
  /// The consonant ㄹ, after which 으로 becomes 로.
  case rieul
  /// Any other consonant.
  case consonant

  /// The end of a text written in Hangul, which says how something is read.
  init?(hangul reading: String) {
    guard let last = reading.last, let sound = FinalSound(syllable: last) else { return nil }
    self = sound
  }

  /// The end of one syllable, composed or not, or of a letter's name: ㄱ is 기역, ㅏ is 아.
  init?(syllable: Character) {
    guard let scalar = syllable.unicodeScalars.last?.value else { return nil }
    switch scalar {
    case 0xAC00...0xD7A3:
      switch (scalar - 0xAC00) % 28 {
      case 0: self = .vowel
      case 8: self = .rieul
      default: self = .consonant
      }
    case 0x1161...0x1175, 0x314F...0x3163: self = .vowel
    case 0x11AF, 0x3139: self = .rieul
    case 0x11A8...0x11C2, 0x3131...0x314E: self = .consonant
    default: return nil
    }
  }
}

/// How `text` ends when a Korean reads it aloud, or nil when it cannot be said.
///
/// Numbers are read as in 십만, 영점칠, 십의 육승; letters by their names, alpha to omega and A to Z; English words as
/// they are written in Hangul, by a small table and otherwise by their last letters; units after a number by their
/// names; formulas between dollar signs by what is said last (a fraction's numerator, 승 after an exponent).
/// Formatting marks, quotes, link targets and what stands in brackets after a word are not read.
///
/// ```swift
/// finalSound(of: "67,995")          // .vowel: 오
/// finalSound(of: "**100**(§3.2)")   // .consonant: 백
/// finalSound(of: "$`p_t`$")         // .vowel: 티
/// finalSound(of: "FL")              // .rieul: 엘
/// ```
///
/// Only the last thousand characters are looked at.
public func finalSound(of text: String) -> FinalSound? {
  SpokenEnd(Array(text.suffix(1000)), mode: .prose).sound()
}
