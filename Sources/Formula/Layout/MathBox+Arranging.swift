extension MathBox {
  /// The box moved by (x, y), without its extent: what it adds to a larger box.
  func movedContents(x dx: Double, y dy: Double) -> (items: [MathItem], parts: [String: MathRect]) {
    (items.map { $0.moved(x: dx, y: dy) }, parts.mapValues { $0.moved(x: dx, y: dy) })
  }

  /// Adds `box` with its baseline start at (x, y); the extent grows to hold it.
  mutating func add(_ box: MathBox, x: Double, y: Double = 0) {
    let moved = box.movedContents(x: x, y: y)
    items += moved.items
    parts.merge(moved.parts) { $0.union($1) }
    extent.width = max(extent.width, x + box.extent.width)
    extent.ascent = max(extent.ascent, box.extent.ascent - y)
    extent.descent = max(extent.descent, box.extent.descent + y)
  }

  /// An empty box.
  static let empty = MathBox(extent: MathExtent(width: 0, ascent: 0, descent: 0))

  /// A box of nothing but boxes with the places of their baseline starts.
  init(_ placed: [(box: MathBox, x: Double, y: Double)]) {
    guard let first = placed.first else {
      self = .empty
      return
    }
    // Whole boxes may lie above or below the baseline: the extent begins with the first and grows from there.
    self.init(
      extent: MathExtent(
        width: 0, ascent: first.box.extent.ascent - first.y, descent: first.box.extent.descent + first.y))
    for (box, x, y) in placed { add(box, x: x, y: y) }
  }

  /// The rectangle of the whole box.
  var bounds: MathRect { MathRect(x: 0, y: -extent.ascent, width: extent.width, height: extent.height) }

  /// Half the height that a bracket needs to cover the box, measured from the axis.
  func reach(fromAxis axis: Double) -> Double { max(extent.ascent - axis, extent.descent + axis) }
}

extension MathItem {
  func moved(x dx: Double, y dy: Double) -> MathItem {
    switch shape {
    case .run(let text, let style, let size, let x, let y):
      MathItem(.run(text, style: style, size: size, x: x + dx, y: y + dy), part: part)
    case .rule(let rect): MathItem(.rule(rect.moved(x: dx, y: dy)), part: part)
    case .curve(let points, let width):
      MathItem(.curve(points.map { MathPoint(x: $0.x + dx, y: $0.y + dy) }, width: width), part: part)
    }
  }
}

extension MathRect {
  func moved(x dx: Double, y dy: Double) -> MathRect { MathRect(x: x + dx, y: y + dy, width: width, height: height) }

  func union(_ other: MathRect) -> MathRect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return MathRect(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }
}
