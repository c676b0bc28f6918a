extension MathParser {
  /// The element that the command at the current position makes.
  mutating func command() throws(MathError) -> MathNode {
    let start = position
    let name = commandName() ?? ""
    guard let command = MathCommand.named(name) else {
      if MathCommand.names.contains(name) { throw MathError(.unexpected("\\" + name), at: start) }
      throw MathError(
        .unknownCommand(name), at: start, nearest: nearestName(to: name, among: MathCommand.names))
    }
    position += 1 + name.count
    switch command {
    case .letter(let glyph, let style): return .letters(glyph, style)
    case .symbol(let glyph, let atomClass): return .symbol(glyph, atomClass)
    case .function(let limits): return .function(name, limits)
    case .largeOperator(let glyph, let limits): return .largeOperator(glyph, limits)
    case .space(let mu): return .space(mu)
    case .fraction(let size):
      let numerator = try argument(of: "\\" + name)
      return .fraction(numerator: numerator, denominator: try argument(of: "\\" + name), size)
    case .root: return try root()
    case .alphabet(let alphabet): return try words(in: alphabet, of: "\\" + name)
    case .text: return try text()
    case .operatorName: return try operatorName(from: start)
    case .fence: return try fence(from: start)
    case .brace(let side): return .brace(side, try argument(of: "\\" + name), label: nil)
    case .accent(let accent): return .accent(accent, try argument(of: "\\" + name))
    case .environment: return try environment(from: start)
    case .part: return try part(from: start)
    }
  }

  private mutating func root() throws(MathError) -> MathNode {
    skipSpaces()
    var degree: [MathNode]?
    if next == "[" {
      let open = position
      position += 1
      degree = try inPlace(.upper) { parser throws(MathError) in try parser.row(until: .bracket(open)) }
      position += 1
    }
    return .root(degree: degree, radicand: try argument(of: "\\sqrt"))
  }

  // MARK: - Scripts

  /// Reads the scripts that follow `base`. On a brace they become its label.
  mutating func scripts(on base: MathNode) throws(MathError) -> MathNode {
    var base = base
    var lower: [MathNode]?
    var upper: [MathNode]?
    var primes = 0
    while true {
      let end = position
      skipSpaces()
      switch next {
      case "'":
        position += 1
        primes += 1
      case "^":
        if upper != nil { throw MathError(.repeatedScript("^"), at: position) }
        if let labelled = try label(.over, on: base, mark: "^") { base = labelled } else { upper = try script(.upper) }
      case "_":
        if lower != nil { throw MathError(.repeatedScript("_"), at: position) }
        if let labelled = try label(.under, on: base, mark: "_") { base = labelled } else { lower = try script(.lower) }
      default:
        position = end
        if primes > 0 { upper = Array(repeating: .symbol("′", .ordinary), count: primes) + (upper ?? []) }
        return lower == nil && upper == nil ? base : .scripts(base: base, lower: lower, upper: upper)
      }
    }
  }

  private mutating func script(_ place: Place) throws(MathError) -> [MathNode] {
    position += 1
    return try inPlace(place) { parser throws(MathError) in
      try parser.argument(of: place == .upper ? "^" : "_")
    }
  }

  /// The label of a brace on `side`; nil where `base` is no such brace, or has its label.
  private mutating func label(_ side: BraceSide, on base: MathNode, mark: String) throws(MathError) -> MathNode? {
    guard case .brace(side, let body, label: nil) = base else { return nil }
    position += 1
    let label = try inPlace(.line) { parser throws(MathError) in try parser.argument(of: mark) }
    return .brace(side, body, label: label)
  }

  /// Runs `body` with numbers taken for what stands in `place`.
  private mutating func inPlace<Result>(
    _ place: Place, _ body: (inout MathParser) throws(MathError) -> Result
  ) throws(MathError) -> Result {
    let outer = self.place
    self.place = place
    defer { self.place = outer }
    return try body(&self)
  }

  // MARK: - Parts

  /// `\part{name}{…}`. The name is anything without braces; spaces around it do not count.
  private mutating func part(from start: Int) throws(MathError) -> MathNode {
    let name = try plainArgument(of: "\\part")
    edits.append((start..<position, ""))
    return .part(name, try argument(of: "\\part{\(name)}"))
  }

  /// The characters of `{…}` as they stand.
  mutating func plainArgument(of command: String) throws(MathError) -> String {
    skipSpaces()
    guard next == "{" else { throw MathError(.missingArgument(of: command), at: position) }
    let open = position
    let name = characters[(open + 1)...].prefix { $0 != "}" && $0 != "{" && $0 != "\\" }
    position += 1 + name.count
    guard next == "}" else { throw MathError(.unclosedBrace, at: open) }
    position += 1
    let trimmed = String(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty else { throw MathError(.missingArgument(of: command), at: open) }
    return trimmed
  }
}
