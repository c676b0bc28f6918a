/// Counts the cells that text takes in a terminal, by grapheme clusters as readers see them.
///
/// ```swift
/// DisplayWidth.narrow.width(of: "초점 손실 γ")   // 11
/// ```
///
/// Hangul, other East Asian letters and emoji are two cells wide, combining marks and control characters none, all else one. Letters
/// that terminals disagree about (α, ×, ─) are as wide as `ambiguous` says.
/// - Source: Unicode Standard Annex #11, East Asian Width.
public struct DisplayWidth: Sendable, Hashable {
  /// One or two cells.
  public let ambiguousCells: Int

  /// Ambiguous letters take one cell, as most terminals have it.
  public static let narrow = DisplayWidth(ambiguousCells: 1)

  /// - Parameter ambiguousCells: taken as 1 below and as 2 above.
  public init(ambiguousCells: Int) {
    self.ambiguousCells = min(max(ambiguousCells, 1), 2)
  }

  public func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  public func width(of character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 32 || ascii == 127 ? 0 : 1 }
    var widest = 0
    for scalar in character.unicodeScalars {
      // Variation selector 16 asks for the picture of what stands before it.
      if scalar == "\u{FE0F}", widest == 1 { return 2 }
      widest = max(widest, width(of: scalar))
    }
    return widest
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 32 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    case .format: return value == 0xAD ? 1 : 0
    default: break
    }
    // The vowels and final consonants of a syllable written letter by letter stand in the cells of its first.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    // Fillers, which show nothing.
    if value == 0x3164 || value == 0xFFA0 { return 0 }
    if scalar.properties.isEmojiPresentation || Self.wide.holds(value) { return 2 }
    return Self.ambiguous.holds(value) ? ambiguousCells : 1
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of these ascending ranges holds the value. O(log n).
  fileprivate func holds(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
