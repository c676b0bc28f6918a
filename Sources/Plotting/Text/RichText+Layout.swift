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

  /// Running text: each line filled before the next is begun, and a block of its own, so that pages may end between two.
  ///
  /// - Parameter width: in points. A formula that is wider is made smaller.
  package func filledLines(
    _ style: TextStyle, width: Double, context: DrawingContext
  ) throws(PlottingError) -> [TextBlock] {
    let setter = TextSetter(style: style, context: context)
    var lines: [[Word]] = []
    for paragraph in split(separator: .lineBreak) {
      lines += setter.lines(of: try setter.words(of: paragraph, width: width), width: width)
    }
    return lines.map { setter.block(of: [$0]) }
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
    case text(String, Font)
    case formula(MathBox)
  }

  var fragments: [Fragment] = []

  /// The font of its first letters; nil where it begins with a formula.
  var firstFont: Font? { if case .text(_, let font)? = fragments.first { font } else { nil } }
  /// The font of its last letters; nil where it ends in a formula.
  var lastFont: Font? { if case .text(_, let font)? = fragments.last { font } else { nil } }
}

/// Sets words in one style.
struct TextSetter {
  let style: TextStyle
  let context: DrawingContext

  var size: Double { context.points(style.size) }

  /// Mathematical letters are smaller than Korean ones of the same size: this brings them to one height.
  var formulaSize: Double { 1.1 * size }

  /// What every line has above and below its baseline, whatever stands in it.
  var strut: TextExtent { context.measurer.extent(of: "가x", font: font(.regular)) }

  func font(_ weight: Font.Weight) -> Font {
    Font(.text, size: size, weight: style.weight == .bold ? .bold : weight)
  }

  var codeFont: Font { Font(.code, size: size, weight: style.weight) }

  // MARK: - Words

  /// A paragraph's words, with its formulas laid out, none of them wider than `width`.
  func words(of pieces: ArraySlice<RichText.Piece>, width: Double = .infinity) throws(PlottingError) -> [Word] {
    var words: [Word] = []
    var word = Word()
    func add(_ text: String, _ font: Font) {
      for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0, !word.fragments.isEmpty {
          words.append(word)
          word = Word()
        }
        if !part.isEmpty { word.fragments.append(.text(String(part), font)) }
      }
    }
    for piece in pieces {
      switch piece {
      case .lineBreak: continue
      case .formula(let latex): word.fragments.append(.formula(try formula(latex, width: width)))
      case .text(let text, let weight): add(text, font(weight))
      case .code(let text): add(text, codeFont)
      }
    }
    if !word.fragments.isEmpty { words.append(word) }
    return words
  }

  private func formula(_ latex: String, width: Double) throws(PlottingError) -> MathBox {
    let box = try formulaBox(latex, size: formulaSize, measurer: context.measurer)
    guard box.extent.width > width else { return box }
    return try formulaBox(latex, size: formulaSize * width / box.extent.width, measurer: context.measurer)
  }

  func width(of fragment: Word.Fragment) -> Double {
    switch fragment {
    case .text(let text, let font): context.measurer.extent(of: text, font: font).width
    case .formula(let box): box.extent.width
    }
  }

  func width(of word: Word) -> Double { word.fragments.reduce(0) { $0 + width(of: $1) } }

  /// How wide the space between two words is. It is as narrow as text's, unless letters of a program stand on both sides.
  func space(_ word: Word, _ next: Word) -> Double {
    let fonts = [word.lastFont, next.firstFont].compactMap(\.self)
    let shared = word.lastFont == next.firstFont ? word.lastFont : fonts.first { $0.role != .code }
    return context.measurer.extent(of: " ", font: shared ?? font(.regular)).width
  }
}
