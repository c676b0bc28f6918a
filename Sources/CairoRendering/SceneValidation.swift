import Plotting

/// Values that no drawing library may be given: those that are not finite, and lengths beyond any picture.
private let farthest = 1e6

extension Double {
  fileprivate var isDrawable: Bool { isFinite && abs(self) <= farthest }
}

extension Point {
  fileprivate var isDrawable: Bool { x.isDrawable && y.isDrawable }
}

extension Path {
  func validate() throws(RenderingError) {
    for segment in segments {
      let points: [Point] =
        switch segment {
        case .move(let point), .line(let point): [point]
        case .curve(let control1, let control2, let end): [control1, control2, end]
        case .close: []
        }
      for point in points where !point.isDrawable { throw .invalidGeometry("(\(point.x), \(point.y))") }
    }
  }
}

extension Stroke {
  func validate() throws(RenderingError) {
    guard width.isDrawable, dash.allSatisfy({ $0.isDrawable && $0 >= 0 }),
      dash.isEmpty || dash.contains(where: { $0 > 0 })
    else { throw .invalidGeometry("line width \(width), dash \(dash)") }
  }
}

extension TextRun {
  var isVisible: Bool { !string.isEmpty && font.size != 0 }

  func validate() throws(RenderingError) {
    guard origin.isDrawable, rotation.isFinite, font.size > 0, font.size <= 10_000 else {
      throw .invalidGeometry("“\(string)” (\(origin.x), \(origin.y)), \(font.size) pt, \(rotation)°")
    }
  }
}

extension Rect {
  func validate() throws(RenderingError) {
    guard [x, y, width, height].allSatisfy(\.isDrawable), width >= 0, height >= 0 else {
      throw .invalidGeometry("(\(x), \(y)) \(width)×\(height)")
    }
  }
}

extension PixelImage {
  /// Whether each pixel is drawn as a square.
  func isShownAsSquares(in frame: Rect) -> Bool {
    enlargement == .squares || min(frame.width / Double(width), frame.height / Double(height)) >= 4
  }
}
