/// Breaks text into lines of at most so many cells.
///
/// Lines break at spaces, in Korean too, where words are set apart by spaces. A word breaks inside only where it is longer than
/// a whole line; letters stay whole, and what closes a word takes the letter before it along.
struct LineWrapper {
  let width: Int
  let measure: DisplayWidth

  private var lines: [[Run]] = []
  private var line: [Run] = []
  private var lineWidth = 0
  private var word: [Run] = []
  private var wordWidth = 0
  /// The style of the space before the word; nil at the start of a line.
  private var space: TextStyle?

  /// - Parameter width: at least 2, the width of a Hangul syllable.
  static func lines(_ runs: [Run], width: Int, measure: DisplayWidth) -> [[Run]] {
    var wrapper = LineWrapper(width: max(width, 2), measure: measure)
    for run in runs { wrapper.add(run) }
    wrapper.endWord()
    wrapper.endLine()
    return wrapper.lines
  }

  private init(width: Int, measure: DisplayWidth) {
    self.width = width
    self.measure = measure
  }

  private mutating func add(_ run: Run) {
    for character in run.text {
      switch character {
      case "\n":
        endWord()
        endLine()
      case " ", "\t":
        endWord()
        if !line.isEmpty { space = run.style }
      default:
        word.append(character, run.style)
        wordWidth += measure.width(of: character)
      }
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let gap = space == nil ? 0 : 1
    if lineWidth + gap + wordWidth > width, !line.isEmpty { endLine() }
    if let space, !line.isEmpty {
      line.append(" ", space)
      lineWidth += 1
    }
    if wordWidth > width {
      breakWord()
    } else {
      for run in word { line.append(run) }
      lineWidth += wordWidth
    }
    word = []
    wordWidth = 0
    space = nil
  }

  /// Fills lines with the letters of a word that is too long for one.
  private mutating func breakWord() {
    for cluster in word.clusters {
      let cells = cluster.width(measure)
      if lineWidth + cells > width, !line.isEmpty { endLine() }
      for letter in cluster {
        let cells = measure.width(of: letter.text)
        if lineWidth + cells > width, !line.isEmpty { endLine() }
        line.append(letter)
        lineWidth += cells
      }
    }
  }

  /// The text cut into pieces of at most `width` cells, behind a space where there is one in the latter half. Nothing is left
  /// out: the pieces add up to the text.
  static func pieces(of text: String, width: Int, measure: DisplayWidth) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while measure.width(of: rest) > width {
      var cells = 0
      let fitting = rest.prefix { character in
        cells += measure.width(of: character)
        return cells <= width
      }
      let fits = fitting.isEmpty ? rest.prefix(1) : fitting
      let space = fits.lastIndex(of: " ").flatMap { 2 * measure.width(of: rest[...$0]) > width ? $0 : nil }
      let piece = space.map { rest[...$0] } ?? fits
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return rest.isEmpty && !pieces.isEmpty ? pieces : pieces + [rest]
  }

  private mutating func endLine() {
    lines.append(line)
    line = []
    lineWidth = 0
    space = nil
  }
}

extension [Run] {
  /// The letters one by one, each with what closes it: a line does not start with `)` or a full stop.
  fileprivate var clusters: [[Run]] {
    var clusters: [[Run]] = []
    for run in self {
      for character in run.text {
        let letter = Run(String(character), run.style)
        if character.closes, !clusters.isEmpty {
          clusters[clusters.count - 1] += [letter]
        } else {
          clusters.append([letter])
        }
      }
    }
    return clusters
  }

  /// Adds letters, to the last run where the style is the same.
  fileprivate mutating func append(_ run: Run) {
    if last?.style == run.style { self[count - 1].text += run.text } else { append(contentsOf: [run]) }
  }

  fileprivate mutating func append(_ character: Character, _ style: TextStyle) {
    if last?.style == style {
      self[count - 1].text.append(character)
    } else {
      append(contentsOf: [Run(String(character), style)])
    }
  }

  func width(_ measure: DisplayWidth) -> Int { reduce(0) { $0 + measure.width(of: $1.text) } }
}

extension Character {
  /// Whether it belongs to what stands before it.
  fileprivate var closes: Bool { ")]}”’»」』.,:;!?%…·、。，．：；！？）］｝".contains(self) }
}
