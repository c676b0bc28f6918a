import Plotting

/// A run's letters as they will be set: mapped into mathematical alphabets, and cut by the font that draws each part.
struct StyledText {
  struct Piece: Hashable {
    let slot: FontSlot
    let text: String
  }

  let pieces: [Piece]

  /// - Parameters:
  ///   - string: line ends, tabs and other control characters become spaces.
  init(_ string: String, font: Font) {
    var pieces: [(slot: FontSlot, text: String.UnicodeScalarView)] = []
    for scalar in string.unicodeScalars {
      let scalar = scalar.properties.generalCategory == .control ? " " : scalar
      let (slot, letter) = Self.place(scalar, font: font, after: pieces.last?.slot)
      if pieces.last?.slot == slot {
        pieces[pieces.count - 1].text.append(letter)
      } else {
        pieces.append((slot, String.UnicodeScalarView([letter])))
      }
    }
    self.pieces = pieces.map { Piece(slot: $0.slot, text: String($0.text)) }
  }

  var text: String { pieces.map(\.text).joined() }

  private static func place(_ scalar: Unicode.Scalar, font: Font, after previous: FontSlot?) -> (
    FontSlot, Unicode.Scalar
  ) {
    // A combining mark stays with its letter, and a space with what it follows.
    if let previous, scalar == " " || scalar.properties.generalCategory == .nonspacingMark {
      return (previous, scalar)
    }
    switch font.role {
    case .text where scalar.isSmallGreek:
      return (.math, scalar.inAlphabet(font.weight == .bold ? .boldItalic : .italic))
    case .text where scalar.isMathematical:
      return (.math, font.weight == .bold ? scalar.inAlphabet(.bold) : scalar)
    case .text:
      return (.text, scalar)
    case .code:
      return (.code, scalar)
    case .mathItalic, .mathUpright:
      guard !scalar.isEastAsian else { return (.text, scalar) }
      switch (font.role, font.weight) {
      case (.mathItalic, .regular): return (.math, scalar.inAlphabet(.italic))
      case (.mathItalic, .bold): return (.math, scalar.inAlphabet(.boldItalic))
      case (_, .bold): return (.math, scalar.inAlphabet(.bold))
      default: return (.math, scalar)
      }
    }
  }
}
