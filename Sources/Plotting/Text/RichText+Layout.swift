import Formula

extension RichText {
  /// Sets the label: measured, wrapped, aligned.
  ///
  /// Lines break at spaces, and inside a word only where the word alone is wider than `width`. Several lines are made
  /// about equally long.
  ///
  /// - Parameters:
  ///   - width: in points; nil never wraps.
  /// - Throws: `PlottingError` where a formula cannot be read.
  public func laidOut(
    _ style: TextStyle, width: Double? = nil, context: DrawingContext
  ) throws(PlottingError) -> TextBlock {
    let setter = TextSetter(style: style, context: context)
    var paragraphs: [[Word]] = [[]]
    for paragraph in split(separator: .lineBreak) {
      paragraphs.append(try setter.words(of: paragraph))
    }
    paragraphs.removeFirst()
    let lines = paragraphs.flatMap { setter.balancedLines(of: $0, width: width ?? .infinity) }
    return setter.block(of: lines)
  }

  /// How wide the widest word is that cannot be broken at a space, in points.
  func widestWord(_ style: TextStyle, context: DrawingContext) throws(PlottingError) -> Double {
    let setter = TextSetter(style: style, context: context)
    var widest = 0.0
    for paragraph in split(separator: .lineBreak) {
      for word in try setter.words(of: paragraph) { widest = max(widest, setter.width(of: word)) }
    }
    return widest
  }

  private func split(separator: Piece) -> [ArraySlice<Piece>] {
    pieces.split(separator: separator, omittingEmptySubsequences: false)
  }
}

/// What cannot be broken between two spaces: letters and formulas that touch.
struct Word {
  enum Fragment {
    case text(String, Font.Weight)
    case formula(MathBox)
  }

  var fragments: [Fragment] = []
}

/// Sets words in one style.
struct TextSetter {
  let style: TextStyle
  let context: DrawingContext

  var size: Double { context.points(style.size) }

  /// What every line has above and below its baseline, whatever stands in it.
  var strut: TextExtent { context.measurer.extent(of: "가x", font: font(.regular)) }

  func font(_ weight: Font.Weight) -> Font {
    Font(.text, size: size, weight: style.weight == .bold ? .bold : weight)
  }

  // MARK: - Words

  /// A paragraph's words, with its formulas laid out.
  func words(of pieces: ArraySlice<RichText.Piece>) throws(PlottingError) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for piece in pieces {
      switch piece {
      case .lineBreak: continue
      case .formula(let latex):
        word.fragments.append(.formula(try formulaBox(latex, size: size, measurer: context.measurer)))
      case .text(let text, let weight):
        for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
          if index > 0, !word.fragments.isEmpty {
            words.append(word)
            word = Word()
          }
          if !part.isEmpty { word.fragments.append(.text(String(part), weight)) }
        }
      }
    }
    if !word.fragments.isEmpty { words.append(word) }
    return words
  }

  func width(of fragment: Word.Fragment) -> Double {
    switch fragment {
    case .text(let text, let weight): context.measurer.extent(of: text, font: font(weight)).width
    case .formula(let box): box.extent.width
    }
  }

  func width(of word: Word) -> Double { word.fragments.reduce(0) { $0 + width(of: $1) } }

  var spaceWidth: Double { context.measurer.extent(of: " ", font: font(.regular)).width }
}
