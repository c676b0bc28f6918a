// Which font a letter is taken from: Korean fonts draw Greek letters, superscripts and operators poorly or not at all, and
// mathematical ones have no Hangul. So each letter goes to the font that draws it well, whatever role its run has.

extension Unicode.Scalar {
  /// Greek, super- and subscripts, fractions, arrows, operators and the mathematical alphabets.
  var isMathematical: Bool {
    switch value {
    case 0x00B2, 0x00B3, 0x00B9, 0x00BC...0x00BE,
      0x0370...0x03FF,
      0x2032...0x2037, 0x2044, 0x2070...0x209F,
      0x2100...0x21FF, 0x2200...0x23FF,
      0x27C0...0x2AFF,
      0x1D400...0x1D7FF:
      true
    default:
      false
    }
  }

  /// α to ω: in a sentence they stand for a quantity, and are set like one.
  var isSmallGreek: Bool { ("\u{03B1}"..."\u{03C9}").contains(self) }

  /// Hangul, Chinese and Japanese letters and their punctuation, which mathematical fonts lack.
  var isEastAsian: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The letter's form in a mathematical alphabet; itself where the alphabet has none.
  func inAlphabet(_ alphabet: MathAlphabet) -> Unicode.Scalar {
    switch (alphabet, self) {
    case (.italic, "h"): return "\u{210E}"
    case (_, "A"..."Z"): return shifted(from: "A", to: alphabet.latin)
    case (_, "a"..."z"): return shifted(from: "a", to: alphabet.latin + 26)
    case (.bold, "0"..."9"), (.boldItalic, "0"..."9"): return shifted(from: "0", to: 0x1D7CE)
    case (_, "\u{0391}"..."\u{03A9}"): return shifted(from: "\u{0391}", to: alphabet.greek)
    case (_, "\u{03B1}"..."\u{03C9}"): return shifted(from: "\u{03B1}", to: alphabet.greek + 26)
    case (_, "\u{2202}"): return Unicode.Scalar(alphabet.greek + 51) ?? self
    default: return self
    }
  }

  private func shifted(from first: Unicode.Scalar, to start: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value - first.value + start) ?? self
  }
}

/// One of Unicode's alphabets for formulas.
enum MathAlphabet: Sendable, Hashable {
  case bold, italic, boldItalic

  /// Where its Latin capitals start.
  var latin: UInt32 {
    switch self {
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    }
  }

  /// Where its Greek capitals start.
  var greek: UInt32 {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    }
  }
}
