extension MathParser {
  // MARK: - Brackets that grow

  /// `\left( … \right)`, after `\left`.
  mutating func fence(from start: Int) throws(MathError) -> MathNode {
    let left = try delimiter(after: "\\left")
    let body = try row(until: .fence(start))
    position += "\\right".count
    return .fenced(left: left, body, right: try delimiter(after: "\\right"))
  }

  /// The bracket after `\left` or `\right`; nil for the full stop that stands for none.
  private mutating func delimiter(after command: String) throws(MathError) -> String? {
    skipSpaces()
    let name = commandName() ?? next.map(String.init) ?? ""
    guard let glyph = (next == "\\" ? Self.namedDelimiters : Self.delimiters)[name] else {
      throw MathError(.missingDelimiter(after: command), at: position)
    }
    position += name.count + (next == "\\" ? 1 : 0)
    return glyph == "." ? nil : glyph
  }

  private static let delimiters: [String: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", ".": ".", "<": "⟨", ">": "⟩", "/": "/",
  ]

  private static let namedDelimiters: [String: String] = [
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "|": "‖", "Vert": "‖", "vert": "|", "lvert": "|", "rvert": "|",
    "lVert": "‖", "rVert": "‖", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩",
  ]

  // MARK: - Environments

  /// `\begin{cases} … & … \\ … \end{cases}`, after `\begin`.
  mutating func environment(from start: Int) throws(MathError) -> MathNode {
    let nameStart = position
    let name = try plainArgument(of: "\\begin")
    guard let kind = MathGrid.Kind(rawValue: name) else {
      let nearest = nearestName(to: name, among: MathGrid.Kind.allCases.map(\.rawValue))
      throw MathError(.unknownEnvironment(name), at: nameStart, nearest: nearest)
    }
    var rows: [[[MathNode]]] = [[]]
    while true {
      rows[rows.count - 1].append(try row(until: .cell(name, start)))
      switch commandName() {
      case "\\":
        position += 2
        rows.append([])
      case "end":
        position += "\\end".count
        guard try plainArgument(of: "\\end") == name else { throw MathError(.unclosedEnvironment(name), at: start) }
        // A last `\\` opens no row of its own.
        if rows.count > 1, rows[rows.count - 1] == [[]] { rows.removeLast() }
        return .grid(MathGrid(kind: kind, rows: rows))
      default:
        position += 1
      }
    }
  }
}

// MARK: - Portable LaTeX

extension MathParser {
  /// The source with `edits` made.
  var portableLatex: String {
    var result = ""
    var done = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += String(characters[done..<edit.range.lowerBound]) + edit.replacement
      done = edit.range.upperBound
    }
    return result + String(characters[done...])
  }
}
