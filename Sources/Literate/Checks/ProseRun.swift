/// The text of one paragraph, heading, cell or alternative text as readers see it, with places in the source.
///
/// What is not the author's own text is held by one sign each: see `value`, `formula`, `code`.
struct ProseRun {
  enum Kind: Sendable, Hashable { case paragraph, heading, cell, alternative, html }

  /// Stands for what a verb prints.
  static let value: Character = "\u{FFFC}"
  /// Stands for a Korean particle.
  static let particle: Character = "\u{FFFB}"
  /// Stands for a formula.
  static let formula: Character = "\u{FFF9}"
  /// Stands for code, a tag, an image or a bare address.
  static let code: Character = "\u{FFFA}"

  let kind: Kind
  private(set) var characters: [Character] = []
  /// The byte of the source of each character.
  private(set) var starts: [Int] = []
  /// Characters with a mark such as `**` directly before them.
  private(set) var afterMark: Set<Int> = []
  /// Where text that is struck through begins, in the source.
  private(set) var strikes: [Int] = []
  /// The formulas in order, each standing for one `formula` sign.
  private(set) var formulas: [Text] = []

  private init(_ kind: Kind) { self.kind = kind }

  init(_ inlines: [Inline], _ kind: Kind) {
    self.init(kind)
    add(inlines)
  }

  /// The text of HTML outside of its tags and comments.
  init(html: Text) {
    self.init(.html)
    add(html, hidingTags: true)
  }

  // MARK: - Building

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let text): add(text, hidingTags: false)
    case .formula(let latex):
      formulas.append(latex)
      append(Self.formula, latex.origin.source(of: 0) - 2)
    case .code(let text): append(Self.code, text.origin.source(of: 0) - 1)
    case .html(let text): append(Self.code, text.origin.source(of: 0))
    case .softBreak, .lineBreak: append("\n", starts.last ?? 0)
    case .strikethrough(let children):
      let first = characters.count
      add(children)
      if first < starts.count { strikes.append(starts[first]) }
    case .emphasis(let children), .strong(let children):
      afterMark.insert(characters.count)
      add(children)
      afterMark.insert(characters.count)
    case .link(let link, let children):
      guard children.plainText != link.destination.string else {
        append(Self.code, starts.last ?? 0)
        return
      }
      afterMark.insert(characters.count)
      add(children)
      afterMark.insert(characters.count)
    case .image(let link, _): append(Self.code, link.destination.origin.source(of: 0))
    case .footnote: afterMark.insert(characters.count)
    case .brokenClaim: break
    }
  }

  private mutating func add(_ text: Text, hidingTags: Bool) {
    for piece in VerbScanner.pieces(of: text.string, in: .prose) {
      switch piece.content {
      case .call(let call) where call.verb == .claim: continue
      case .text:
        var byte = piece.offset
        var isInTag = false
        for character in piece.source {
          if hidingTags, character == "<" { isInTag = true }
          if !isInTag { append(character, text.origin.source(of: byte)) }
          if isInTag, character == ">" {
            isInTag = false
            append(Self.code, text.origin.source(of: byte))
          }
          byte += character.utf8.count
        }
      case .particle: append(Self.particle, text.origin.source(of: piece.offset))
      // Up to where it was meant to end, nothing is known of it.
      case .unclosed: append(" ", text.origin.source(of: piece.offset))
      default: append(Self.value, text.origin.source(of: piece.offset))
      }
    }
  }

  private mutating func append(_ character: Character, _ start: Int) {
    characters.append(character)
    starts.append(start)
  }

  // MARK: - Reading

  subscript(index: Int) -> Character? { characters.indices.contains(index) ? characters[index] : nil }

  /// Whether `word` stands here, a line end counting as a space.
  func holds(_ word: [Character], at index: Int) -> Bool {
    guard index + word.count <= characters.count else { return false }
    return word.indices.allSatisfy { word[$0] == (characters[index + $0] == "\n" ? " " : characters[index + $0]) }
  }

  /// For each character, whether it stands inside “…”.
  var isQuoted: [Bool] {
    var depth = 0
    return characters.map { character in
      if character == "“" { depth += 1 }
      defer { if character == "”" { depth = max(0, depth - 1) } }
      return depth > 0
    }
  }
}

extension [Block] {
  /// All runs of prose below these blocks.
  var runs: [ProseRun] { all.flatMap(\.ownRuns) }
}

extension Block {
  fileprivate var ownRuns: [ProseRun] {
    switch content {
    case .heading(_, let inlines): inlines.runs(.heading)
    case .paragraph(let inlines): inlines.runs(.paragraph)
    case .table(let table): table.rows.flatMap { $0.flatMap { $0.runs(.cell) } }
    case .html(let text): text.string.hasPrefix("<!--") ? [] : [ProseRun(html: text)]
    case .code, .rule, .quote, .list, .footnote: []
    }
  }
}

extension [Inline] {
  fileprivate func runs(_ kind: ProseRun.Kind) -> [ProseRun] {
    [ProseRun(self, kind)]
      + all.compactMap { if case .image(_, let alt) = $0 { ProseRun(alt, .alternative) } else { nil } }
  }
}
