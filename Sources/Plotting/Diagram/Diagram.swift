import Localization

/// Boxes and arrows, laid out by what stands in them.
///
/// ```swift
/// Diagram {
///   Row {
///     Node("image", Bilingual(ko: "입력 이미지", en: "input image"))
///     Node("network", "RetinaNet", tint: .series(0))
///     Column {
///       Node("classes", Bilingual(ko: "분류", en: "classes"))
///       Node("boxes", Bilingual(ko: "상자", en: "boxes"))
///     }
///   }
/// } arrows: {
///   Arrow(from: "image", to: "network")
///   Arrow(from: "network", to: "classes")
///   Arrow(from: "network", to: "boxes", Bilingual(ko: "4A개", en: "4A values"))
/// }
/// ```
///
/// Boxes are as large as their text. The whole is made larger or smaller to fit its frame, but never so small that
/// letters fall below `smallestType`.
public struct Diagram: Drawable {
  /// The least that the last row of a room can read, in units: points on a slide.
  public static let smallestType = 18.0
  /// A small diagram grows with its frame up to so many times its own size.
  public var largestScale: Double

  let content: [DiagramItem]
  let arrows: [Arrow]

  public init(
    largestScale: Double = 1.5, @DiagramBuilder _ content: () -> [DiagramItem],
    @ArrowBuilder arrows: () -> [Arrow] = { [] }
  ) {
    self.largestScale = largestScale
    self.content = content()
    self.arrows = arrows()
  }

  /// - Throws: `PlottingError` where a name stands twice or an arrow's name is unknown, where a label cannot be read, or
  ///   where the diagram would have to be made too small to be read.
  public func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement] {
    guard !content.isEmpty, frame.width > 0, frame.height > 0 else { return [] }
    let natural = try DiagramDrawing(self, context: context)
    let fit = min(frame.width / natural.bounds.width, frame.height / natural.bounds.height)
    let scale = min(fit, largestScale)
    guard natural.smallestType * scale >= Self.smallestType else {
      throw PlottingError(.other(Self.tooLarge(scale: scale, type: natural.smallestType * scale)))
    }
    var scaled = context
    scaled.unit *= scale
    let drawing = try DiagramDrawing(self, context: scaled)
    let placement = Placement(
      after: Point(x: frame.midX - drawing.bounds.midX, y: frame.midY - drawing.bounds.midY))
    return drawing.elements.map { $0.placed(placement) }
  }

  public func idealSize(context: DrawingContext) throws(PlottingError) -> Size? {
    content.isEmpty ? nil : try DiagramDrawing(self, context: context).bounds.size
  }

  private static func tooLarge(scale: Double, type: Double) -> Bilingual {
    let (percent, points) = (Int(scale * 100), Int(type))
    return Bilingual(
      ko: "도해를 \(percent)%로 줄여야 들어가고, 그러면 글자가 \(points)pt가 됩니다. "
        + "글자가 \(Int(smallestType))pt보다 작아지지 않도록 글을 줄이거나 행을 나누십시오.",
      en: "the diagram fits only at \(percent) % of its size, where letters are \(points) pt. "
        + "Shorten its texts or split its rows, so that they stay at \(Int(smallestType)) pt or above.")
  }
}

/// Collects arrows and chains of them.
@resultBuilder
public enum ArrowBuilder {
  public static func buildExpression(_ arrow: Arrow) -> [Arrow] { [arrow] }
  public static func buildExpression(_ arrows: [Arrow]) -> [Arrow] { arrows }
  public static func buildBlock(_ arrows: [Arrow]...) -> [Arrow] { arrows.flatMap { $0 } }
  public static func buildArray(_ arrows: [[Arrow]]) -> [Arrow] { arrows.flatMap { $0 } }
  public static func buildOptional(_ arrows: [Arrow]?) -> [Arrow] { arrows ?? [] }
  public static func buildEither(first arrows: [Arrow]) -> [Arrow] { arrows }
  public static func buildEither(second arrows: [Arrow]) -> [Arrow] { arrows }
}
