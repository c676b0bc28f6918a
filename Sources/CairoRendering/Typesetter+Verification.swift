import Plotting

extension Typesetter {
  /// Sets `string` and hands over the line, if every letter has a glyph in some installed font.
  /// - Throws: `RenderingError.missingGlyph`, naming the first letter without one.
  func withVerifiedLine(_ string: String, font: Font, _ body: (TypesetLine) -> Void) throws(RenderingError) {
    let isWhole = withLine(string, font: font) { line in
      let isWhole = line.missingGlyphs == 0
      if isWhole { body(line) }
      return isWhole
    }
    guard !isWhole else { return }
    let letters = string.unicodeScalars
    let culprit = letters.first { letter in withLine(String(letter), font: font) { $0.missingGlyphs > 0 } }
    throw .missingGlyph(culprit ?? letters[letters.startIndex], in: string)
  }
}
