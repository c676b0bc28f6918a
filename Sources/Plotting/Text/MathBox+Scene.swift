import Formula

extension MathBox {
  /// The formula as scene elements, its baseline starting at `baseline`.
  ///
  /// - Parameters:
  ///   - color: of everything that no named part claims.
  ///   - parts: colours of named parts.
  public func elements(at baseline: Point, color: Color, parts: [String: Color] = [:]) -> [SceneElement] {
    items.map { item in
      let color = item.part.flatMap { parts[$0] } ?? color
      switch item.shape {
      case .run(let string, let style, let size, let x, let y):
        return .text(
          TextRun(
            string, font: style.font(size: size), color: color, origin: Point(x: baseline.x + x, y: baseline.y + y)))
      case .rule(let rect):
        return .path(
          .rect(Rect(x: baseline.x + rect.x, y: baseline.y + rect.y, width: rect.width, height: rect.height)),
          fill: color)
      case .curve(let points, let width):
        return .path(.curve(points, from: baseline), stroke: Stroke(color, width: width))
      }
    }
  }
}

extension MathStyle {
  /// The font in which a renderer sets this style.
  public func font(size: Double) -> Font {
    switch self {
    case .italic: Font(.mathItalic, size: size)
    case .upright: Font(.mathUpright, size: size)
    case .bold: Font(.mathUpright, size: size, weight: .bold)
    }
  }
}

/// Measures the letters of formulas: as the renderer does where it can, else by the fonts that measure text.
public struct FormulaMeasurer: MathMeasuring {
  let text: any TextMeasuring

  public init(_ text: any TextMeasuring) {
    self.text = text
  }

  public func extent(ofMath run: String, style: MathStyle, size: Double) -> MathExtent {
    if let math = text as? any MathMeasuring { return math.extent(ofMath: run, style: style, size: size) }
    let extent = text.extent(of: run, font: style.font(size: size))
    return MathExtent(width: extent.width, ascent: extent.ascent, descent: extent.descent)
  }
}

extension Path {
  /// A chain of cubic arcs: a start, then three points for each arc.
  fileprivate static func curve(_ points: [MathPoint], from baseline: Point) -> Path {
    func place(_ point: MathPoint) -> Point { Point(x: baseline.x + point.x, y: baseline.y + point.y) }
    guard let start = points.first else { return Path() }
    let arcs = stride(from: 1, to: points.count - 2, by: 3).map { i in
      Segment.curve(control1: place(points[i]), control2: place(points[i + 1]), end: place(points[i + 2]))
    }
    return Path([.move(place(start))] + arcs)
  }
}
