/// Something that can be drawn into a frame: a chart, a diagram, several of them side by side.
public protocol Drawable: Sendable {
  /// What is painted, in order. Nothing lies outside `frame`.
  ///
  /// - Parameter frame: where to draw, in points. A frame too small to hold anything legible gives little or nothing,
  ///   never a trap.
  func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement]

  /// The size at which it looks best, or nil where any size will do.
  func idealSize(context: DrawingContext) throws(PlottingError) -> Size?
}

extension Drawable {
  public func idealSize(context: DrawingContext) throws(PlottingError) -> Size? { nil }
}
