/// Reads LaTeX into nodes, by recursive descent, and notes the numbers that it meets.
struct MathParser {
  /// How deep braces, scripts, brackets and arguments may nest.
  static let deepest = 32
  /// How many characters a formula may have.
  static let longest = 10_000

  /// Where in the formula the parser is: it decides what a number is there for.
  enum Place {
    case line, lower, upper
  }

  /// What ends the row that is being read, with the offset of what opened it.
  enum Closer {
    case end
    case brace(Int)
    case bracket(Int)
    case fence(Int)
    case cell(String, Int)
    case dollar(Int)
  }

  let characters: [Character]
  var position = 0
  var depth = 0
  var place = Place.line
  /// Within `\mathrm{…}` or `\text{…}`, where digits may be part of a name.
  var isInWords = false
  var numbers: [MathNumber] = []
  /// What `portableLatex` says instead of some ranges of the source.
  var edits: [(range: Range<Int>, replacement: String)] = []

  init(_ latex: String) {
    characters = Array(latex)
  }

  mutating func expression() throws(MathError) -> [MathNode] {
    guard characters.count <= Self.longest else { throw MathError(.tooLong(limit: Self.longest), at: Self.longest) }
    return try row(until: .end)
  }

  // MARK: - Rows

  /// The elements up to `closer`, which is left unread.
  mutating func row(until closer: Closer) throws(MathError) -> [MathNode] {
    try descend()
    defer { depth -= 1 }
    var nodes: [MathNode] = []
    while true {
      skipSpaces()
      if try isAt(closer) { return nodes }
      nodes.append(try scripted())
    }
  }

  /// `{…}`, whose brace is the next character.
  mutating func braced() throws(MathError) -> [MathNode] {
    let open = position
    position += 1
    let nodes = try row(until: .brace(open))
    position += 1
    return nodes
  }

  /// What `^`, `_` or a command applies to: `{…}`, or one element.
  mutating func argument(of command: String) throws(MathError) -> [MathNode] {
    skipSpaces()
    guard let next, !["}", "^", "_", "&", "'"].contains(next) else {
      throw MathError(.missingArgument(of: command), at: position)
    }
    if next == "{" { return try braced() }
    if next.isASCIIDigit { return [.number(digits(atMost: 1))] }
    try descend()
    defer { depth -= 1 }
    return [try atom()]
  }

  /// One element with its sub- and superscripts.
  private mutating func scripted() throws(MathError) -> MathNode {
    let startsBare = next == "^" || next == "_" || next == "'"
    let base = startsBare ? MathNode.group([]) : try atom()
    return try scripts(on: base)
  }

  private mutating func atom() throws(MathError) -> MathNode {
    guard let next else { throw MathError(.missingArgument(of: "^"), at: position) }
    if next == "\\" { return try command() }
    if next == "{" { return .group(try braced()) }
    if next.isASCIIDigit { return .number(decimal()) }
    if next == ".", position + 1 < characters.count, characters[position + 1].isASCIIDigit { return .number(decimal()) }
    if next.isASCII, next.isLetter {
      position += 1
      return .letters(String(next), .italic)
    }
    switch MathCommand.character(next) {
    case .letter(let glyph, let style):
      position += 1
      return .letters(glyph, style)
    case .symbol(let glyph, let atomClass):
      position += 1
      return .symbol(glyph, atomClass)
    case .space(let mu):
      position += 1
      return .space(mu)
    default:
      throw MathError(.unsupportedCharacter(next), at: position)
    }
  }

  // MARK: - What ends a row

  private func isAt(_ closer: Closer) throws(MathError) -> Bool {
    switch (next, closer) {
    case (nil, .end), ("}", .brace), ("]", .bracket), ("&", .cell), ("$", .dollar): return true
    case (nil, _): throw unclosed(closer)
    case ("}", .end), ("&", .end): throw MathError(.unexpected(next.map(String.init) ?? ""), at: position)
    case ("}", _): throw unclosed(closer)
    case ("&", _): throw MathError(.unexpected("&"), at: position)
    case ("\\", _): break
    default: return false
    }
    switch (commandName(), closer) {
    case ("right", .fence), ("\\", .cell), ("end", .cell): return true
    case ("right", _), ("\\", .end), ("end", .end), ("\\", .brace), ("\\", .fence):
      throw MathError(.unexpected("\\" + (commandName() ?? "")), at: position)
    case ("end", _): throw unclosed(closer)
    case ("\\", _): throw MathError(.unexpected("\\\\"), at: position)
    default: return false
    }
  }

  private func unclosed(_ closer: Closer) -> MathError {
    switch closer {
    case .end: MathError(.unexpected(next.map(String.init) ?? ""), at: position)
    case .brace(let open): MathError(.unclosedBrace, at: open)
    case .bracket(let open): MathError(.unclosedBracket, at: open)
    case .fence(let open): MathError(.unclosedFence, at: open)
    case .cell(let name, let open): MathError(.unclosedEnvironment(name), at: open)
    case .dollar(let open): MathError(.unclosedDollar, at: open)
    }
  }
}
