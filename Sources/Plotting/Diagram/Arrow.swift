import Localization

/// An arrow from one node or group to another, by their names.
public struct Arrow: Sendable {
  public enum Route: Sendable, Hashable {
    /// Straight where the two face each other with nothing between, else with right angles around the boxes.
    case automatic
    /// Straight, whatever lies between.
    case straight
  }

  public enum Line: Sendable, Hashable { case solid, dashed }
  public enum Heads: Sendable, Hashable { case end, both, none }

  public var from: String
  public var to: String
  public var label: Bilingual?
  public var tint: Tint
  public var route: Route
  public var line: Line
  public var heads: Heads
  /// Where it leaves and arrives; nil for the sides that face each other.
  public var leaving: DiagramSide?
  public var arriving: DiagramSide?

  public init(
    from: String, to: String, _ label: Bilingual? = nil, tint: Tint = .muted, route: Route = .automatic,
    line: Line = .solid, heads: Heads = .end, leaving: DiagramSide? = nil, arriving: DiagramSide? = nil
  ) {
    self.from = from
    self.to = to
    self.label = label
    self.tint = tint
    self.route = route
    self.line = line
    self.heads = heads
    self.leaving = leaving
    self.arriving = arriving
  }
}

extension Arrow {
  /// Arrows along a chain: from the first to the second, from that to the third, and so on.
  public static func chain(_ names: String..., tint: Tint = .muted) -> [Arrow] {
    zip(names, names.dropFirst()).map { Arrow(from: $0, to: $1, tint: tint) }
  }
}
