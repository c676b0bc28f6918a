/// A formula of the book: LaTeX, parsed once, shown as Unicode text, as MathML, or laid out in boxes for a figure.
///
/// ```swift
/// let loss = try MathExpression(latex: #"-\alpha_t (1-p_t)^\gamma \log p_t"#)
/// loss.unicode   // "−αₜ(1−pₜ)^γ log pₜ"
/// ```
///
/// The subset: letters, numbers, Greek, the usual signs, `^ _ '`, `\frac \sqrt \text \mathrm \mathbf \operatorname`,
/// `\left … \right`, `cases`, `aligned`, `\underbrace \overbrace`, accents, spacing, and, of our own,
/// `\part{name}{…}`, which shows nothing but names a part for colours and call-outs. `MathExpression.commands` lists all.
public struct MathExpression: Sendable, Hashable {
  /// The formula as it was written.
  public let latex: String
  /// The formula for other readers of LaTeX, such as GitHub: without `\part`, which is ours, and without
  /// `\operatorname`, which GitHub refuses.
  public let portableLatex: String
  /// Every number typed into the formula, in reading order.
  public let numbers: [MathNumber]

  let nodes: [MathNode]

  /// Reads a formula. Nothing that can be typed makes it trap: what it cannot read it says, with place and reason.
  ///
  /// - Throws: `MathError` for unknown commands, braces and environments left open, nesting beyond
  ///   `MathParser.deepest`, and the other kinds that it lists.
  public init(latex: String) throws(MathError) {
    var parser = MathParser(latex)
    self.latex = latex
    nodes = try parser.expression()
    numbers = parser.numbers
    portableLatex = parser.portableLatex
  }

  /// Every command that a formula may use, without its backslash, in alphabetical order.
  public static var commands: [String] { MathCommand.names }
}

/// Whether a formula stands within a line or on a line of its own, where sums, limits and fractions get more room.
public enum MathDisplay: Sendable, Hashable {
  case inline, block
}
