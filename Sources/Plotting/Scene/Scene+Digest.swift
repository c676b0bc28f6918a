extension Scene {
  /// 64 bits of FNV-1a, in hexadecimal, over everything in the scene, with coordinates rounded to 0.01 points.
  ///
  /// Two scenes that look the same have the same digest, and a moved line, another colour or another word changes it.
  /// Taken of a scene that was laid out with `NominalMeasurer`, it is the same on every machine: the steps of rounding
  /// lie off the round numbers that layouts like, so the last bit of a logarithm does not tip a coordinate over.
  public var digest: String {
    var hash = SceneHash()
    hash.add(size.width, size.height)
    hash.add(background)
    hash.add(elements)
    return hash.fnv.hexadecimal
  }
}

/// Feeds a scene's parts to the hash, each kind of part behind a byte of its own.
private struct SceneHash {
  var fnv = FNV1a()

  mutating func add(byte: UInt8) { fnv.add(byte) }

  mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func add(_ lengths: Double...) {
    for length in lengths { add(Int(exactly: (length * 100 + 0.0371).rounded()) ?? .max) }
  }

  mutating func add(_ point: Point) { add(point.x, point.y) }
  mutating func add(_ rect: Rect) { add(rect.x, rect.y, rect.width, rect.height) }

  mutating func add(_ string: String) {
    add(string.utf8.count)
    for byte in string.utf8 { add(byte: byte) }
  }

  mutating func add(_ color: Color?) {
    guard let color else { return add(byte: 0) }
    add(byte: 1)
    for part in [color.red, color.green, color.blue, color.opacity] { add(part * 10) }
  }

  mutating func add(_ elements: [SceneElement]) {
    add(elements.count)
    for element in elements { add(element) }
  }

  mutating func add(_ element: SceneElement) {
    switch element {
    case .path(let path, let fill, let stroke):
      add(byte: 10)
      add(path)
      add(fill)
      add(stroke)
    case .text(let run):
      add(byte: 11)
      add(run)
    case .image(let image, let rect):
      add(byte: 12)
      add(rect)
      add(image.width)
      if image.enlargement == .squares { add(byte: 1) }
      for byte in image.rgba { add(byte: byte) }
    case .clipped(let rect, let elements):
      add(byte: 13)
      add(rect)
      add(elements)
    }
  }

  mutating func add(_ path: Path) {
    add(path.segments.count)
    for segment in path.segments {
      switch segment {
      case .move(let point):
        add(byte: 20)
        add(point)
      case .line(let point):
        add(byte: 21)
        add(point)
      case .curve(let first, let second, let end):
        add(byte: 22)
        add(first)
        add(second)
        add(end)
      case .close: add(byte: 23)
      }
    }
  }

  mutating func add(_ stroke: Stroke?) {
    guard let stroke else { return add(byte: 0) }
    add(stroke.color)
    add(stroke.width)
    add(stroke.dash.count)
    for length in stroke.dash { add(length) }
    add(byte: stroke.join == .round ? 1 : 2)
    add(byte: stroke.cap == .round ? 1 : 2)
  }

  mutating func add(_ run: TextRun) {
    add(run.string)
    add(run.font.size, run.rotation)
    add(run.origin)
    add(run.color)
    add(byte: run.font.weight == .bold ? 1 : 2)
    switch run.font.role {
    case .text: add(byte: 30)
    case .code: add(byte: 31)
    case .mathItalic: add(byte: 32)
    case .mathUpright: add(byte: 33)
    }
  }
}
