extension MathExpression {
  /// The formula as one line of text for a terminal: `−αₜ(1−pₜ)^γ log pₜ`.
  ///
  /// Scripts are small characters where Unicode has them, else written with `_` and `^`; fractions are written a/b,
  /// with brackets where they are needed; cases stand in braces, row by row.
  public var unicode: String { UnicodeLine().line(nodes) }

  /// The formula as lines of text of one cell width, for display: fractions stacked, cases behind a brace. One line
  /// where that is enough.
  ///
  /// ```text
  ///      ⎧ p      if y = 1
  /// pₜ = ⎨
  ///      ⎩ 1 − p  otherwise
  /// ```
  public var unicodeLines: [String] { UnicodeBlock().block(nodes).lines }
}
