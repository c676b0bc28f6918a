/// One element of a parsed formula.
indirect enum MathNode: Sendable, Hashable {
  /// A variable, or the letters of `\mathrm{…}` and its kin set as one run.
  case letters(String, MathStyle)
  case number(String)
  /// Words of `\text{…}`.
  case text(String)
  case symbol(String, AtomClass)
  /// A function with a name: log, min, `\operatorname{…}`.
  case function(String, Limits)
  case largeOperator(String, Limits)
  /// `{…}`: several elements that behave as one letter.
  case group([MathNode])
  case fraction(numerator: [MathNode], denominator: [MathNode], FractionSize)
  case root(degree: [MathNode]?, radicand: [MathNode])
  case scripts(base: MathNode, lower: [MathNode]?, upper: [MathNode]?)
  /// `\left … \right`; nil where a full stop stands for no bracket.
  case fenced(left: String?, [MathNode], right: String?)
  case grid(MathGrid)
  case brace(BraceSide, [MathNode], label: [MathNode]?)
  case accent(MathAccent, [MathNode])
  /// A space of so many mu, eighteenths of an em.
  case space(Double)
  case part(String, [MathNode])
}

/// Where the limits of an operator stand in a displayed formula.
enum Limits: Sendable, Hashable {
  case beside, aboveAndBelow
}

enum FractionSize: Sendable, Hashable {
  /// Large in a displayed formula, small within a line.
  case automatic
  case text, display
}

enum BraceSide: Sendable, Hashable {
  case over, under
}

enum MathAccent: Sendable, Hashable, CaseIterable {
  case hat, bar, tilde, dot, overline
}

/// The rows of `cases` or `aligned`.
struct MathGrid: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable {
    /// A brace on the left, every column flush left.
    case cases
    /// Columns flush right and flush left in turn, so that relations stand below each other.
    case aligned
  }

  var kind: Kind
  var rows: [[[MathNode]]]
}
