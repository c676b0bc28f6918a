extension MathParser {
  /// The next character; nil at the end.
  var next: Character? { position < characters.count ? characters[position] : nil }

  mutating func skipSpaces() {
    while let next, next.isWhitespace { position += 1 }
  }

  /// One level deeper, or an error where formulas may not go.
  mutating func descend() throws(MathError) {
    guard depth < Self.deepest else { throw MathError(.tooDeep(limit: Self.deepest), at: position) }
    depth += 1
  }

  /// The name of the command that starts here: letters, or one other character; nil where none starts.
  func commandName() -> String? {
    guard next == "\\" else { return nil }
    let name = characters[(position + 1)...].prefix { $0.isASCII && $0.isLetter }
    return name.isEmpty ? characters.dropFirst(position + 1).first.map(String.init) ?? "" : String(name)
  }

  // MARK: - Numbers

  /// Digits with an optional decimal point and thousands written `67{,}995`.
  mutating func decimal() -> String {
    let start = position
    var text = run(of: \.isASCIIDigit)
    while follows("{,}"), digitCount(after: 3) == 3 {
      position += 3
      text += "," + run(of: \.isASCIIDigit)
    }
    if next == ".", digitCount(after: 1) > 0 {
      position += 1
      text += "." + run(of: \.isASCIIDigit)
    }
    note(text, at: start)
    return text
  }

  /// A number without a decimal point, for arguments without braces: TeX takes one digit of `\frac12`.
  mutating func digits(atMost count: Int) -> String {
    let start = position
    let text = String(characters[position...].prefix(count).prefix(while: \.isASCIIDigit))
    position += text.count
    note(text, at: start)
    return text
  }

  private mutating func run(of belongs: (Character) -> Bool) -> String {
    let text = String(characters[position...].prefix(while: belongs))
    position += text.count
    return text
  }

  private func follows(_ text: String) -> Bool { characters[position...].starts(with: text) }

  private func digitCount(after count: Int) -> Int {
    characters.dropFirst(position + count).prefix(while: \.isASCIIDigit).count
  }

  /// Adds a number to `numbers`, in the role that its place gives it.
  mutating func note(_ text: String, at offset: Int) {
    let integer = Int(text)
    let role: MathNumber.Role =
      switch place {
      case _ where isInName(offset): .index
      case .lower where integer != nil: .index
      case .upper where (integer ?? .max) <= MathNumber.largestSmallExponent: .exponent
      default: .plain
      }
    numbers.append(MathNumber(text: text, role: role, offset: offset))
  }

  /// Whether the number at `offset` is part of a name in `\mathrm` or `\text`: P3, AP50, ResNet-50.
  private func isInName(_ offset: Int) -> Bool {
    guard isInWords, offset > 0 else { return false }
    let before = characters[offset - 1]
    if before.isLetter { return true }
    return before == "-" && offset > 1 && characters[offset - 2].isLetter
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
