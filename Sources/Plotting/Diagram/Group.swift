import Localization

/// A panel with a title around some pieces. Arrows can lead to it by its name.
public struct Group: DiagramContent {
  public var id: String?
  public var title: Bilingual
  public var tint: Tint
  /// Between the pieces and the panel's edge, in units.
  public var padding: Double
  let content: [DiagramItem]

  public init(
    _ title: Bilingual = "", id: String? = nil, tint: Tint = .muted, padding: Double = 28,
    @DiagramBuilder content: () -> [DiagramItem]
  ) {
    self.title = title
    self.id = id
    self.tint = tint
    self.padding = padding
    self.content = content()
  }

  public var item: DiagramItem { DiagramItem(kind: .group(self)) }
}

/// A curly brace along one side of some pieces, with what they come to together.
public struct Brace: DiagramContent {
  public var side: DiagramSide
  public var label: Bilingual
  public var tint: Tint
  let content: [DiagramItem]

  public init(
    _ side: DiagramSide, _ label: Bilingual, tint: Tint = .muted, @DiagramBuilder content: () -> [DiagramItem]
  ) {
    self.side = side
    self.label = label
    self.tint = tint
    self.content = content()
  }

  public var item: DiagramItem { DiagramItem(kind: .brace(self)) }
}
