/// What a diagram is built from: nodes, and rows, columns, groups and braces around them.
public protocol DiagramContent: Sendable {
  var item: DiagramItem { get }
}

/// One piece of a diagram, whatever its kind.
public struct DiagramItem: DiagramContent {
  indirect enum Kind: Sendable {
    case node(Node)
    case stack(DiagramStack)
    case group(Group)
    case brace(Brace)
  }

  let kind: Kind

  public var item: DiagramItem { self }
}

/// Collects the pieces written one under another.
@resultBuilder
public enum DiagramBuilder {
  public static func buildExpression(_ content: some DiagramContent) -> [DiagramItem] { [content.item] }
  public static func buildExpression(_ items: [DiagramItem]) -> [DiagramItem] { items }
  public static func buildBlock(_ items: [DiagramItem]...) -> [DiagramItem] { items.flatMap { $0 } }
  public static func buildArray(_ items: [[DiagramItem]]) -> [DiagramItem] { items.flatMap { $0 } }
  public static func buildOptional(_ items: [DiagramItem]?) -> [DiagramItem] { items ?? [] }
  public static func buildEither(first items: [DiagramItem]) -> [DiagramItem] { items }
  public static func buildEither(second items: [DiagramItem]) -> [DiagramItem] { items }
}

/// Which side of a box.
public enum DiagramSide: Sendable, Hashable, CaseIterable {
  case top, bottom, leading, trailing
}
