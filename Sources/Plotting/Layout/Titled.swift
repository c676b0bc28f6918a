import Localization

/// A drawable under a title, with an optional note below it.
public struct Titled: Drawable {
  /// Whose title it is: it sets the size of the letters.
  public enum Role: Sendable, Hashable { case figure, panel }

  public var title: Bilingual
  public var note: Bilingual?
  public var role: Role
  public var content: any Drawable

  /// - Parameters:
  ///   - title: bold, at the top left; may hold `$formulas$`. An empty one takes no room.
  ///   - note: a source or a remark, small, at the bottom left.
  public init(_ title: Bilingual, note: Bilingual? = nil, role: Role = .panel, content: any Drawable) {
    self.title = title
    self.note = note
    self.role = role
    self.content = content
  }

  public func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement] {
    let head = try titleBlock(width: frame.width, context: context)
    var elements = head?.elements(at: Point(x: frame.minX, y: frame.minY), anchor: .topLeading) ?? []
    var top = 0.0
    if let head { top = head.size.height + context.points(gap) }

    var bottom = 0.0
    if let note {
      let foot = try context.text(note, .note(in: context.theme), width: frame.width)
      elements += foot.elements(at: Point(x: frame.minX, y: frame.maxY), anchor: .bottomLeading)
      bottom = foot.size.height + context.points(30)
    }
    return elements + (try content.elements(in: frame.inset(top: top, bottom: bottom), context: context))
  }

  public func idealSize(context: DrawingContext) throws(PlottingError) -> Size? {
    guard var size = try content.idealSize(context: context) else { return nil }
    if let head = try titleBlock(width: nil, context: context) {
      size.width = max(size.width, head.size.width)
      size.height += head.size.height + context.points(gap)
    }
    return size
  }

  /// The title set, or nil where it is empty.
  func titleBlock(width: Double?, context: DrawingContext) throws(PlottingError) -> TextBlock? {
    guard !title[context.language].isEmpty else { return nil }
    let style: TextStyle =
      switch role {
      case .figure: .title(in: context.theme)
      case .panel: .heading(in: context.theme)
      }
    return try context.text(title, style, width: width)
  }

  private var gap: Double {
    switch role {
    case .figure: 36
    case .panel: 20
    }
  }
}
