import Localization

/// What a part of a formula is called and does, written beside the formula and joined to the part by a line.
public struct CallOut: Sendable {
  /// Above or below the formula.
  public enum Side: Sendable, Hashable, CaseIterable { case above, below }

  /// The name in `\part{name}{…}`.
  public var part: String
  /// In the part's colour. May hold `$formulas$` and `**bold**`.
  public var title: Bilingual
  /// What it does, in plain ink under the title.
  public var detail: Bilingual?
  public var tint: Tint
  /// nil for the side where it fits best.
  public var side: Side?

  public init(_ part: String, _ title: Bilingual, detail: Bilingual? = nil, tint: Tint, side: Side? = nil) {
    self.part = part
    self.title = title
    self.detail = detail
    self.tint = tint
    self.side = side
  }
}
