import CPangoCairo
import Plotting

/// The outlines of the glyphs that a picture uses, each named once.
struct GlyphOutlines {
  /// The font size at which outlines are taken.
  static let unitsPerEm = 1000.0

  /// A glyph in its place on a line whose baseline starts at (0, 0).
  struct Placed {
    let name: String
    let x: Double
    let y: Double
  }

  private struct Glyph: Hashable {
    let font: String
    let index: UInt32
  }

  private var names: [Glyph: String] = [:]
  private var definitions = ""

  /// Definitions of the glyphs met since the last call.
  mutating func takeDefinitions() -> String {
    defer { definitions = "" }
    return definitions
  }

  /// The glyphs of a line, in the order in which they stand.
  mutating func place(_ line: TypesetLine) -> [Placed] {
    var placed: [Placed] = []
    var x = 0.0
    var run = line.line?.pointee.runs
    while let node = run {
      defer { run = node.pointee.next }
      guard let item = node.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee else { continue }
      guard let font = item.item?.pointee.analysis.font, let glyphs = item.glyphs?.pointee else { continue }
      let face = Self.name(of: font)
      for info in UnsafeBufferPointer(start: glyphs.glyphs, count: Int(glyphs.num_glyphs)) {
        let offset = (x: info.geometry.x_offset.points, y: info.geometry.y_offset.points)
        if let name = name(Glyph(font: face, index: info.glyph), font: font) {
          placed.append(Placed(name: name, x: x + offset.x, y: offset.y))
        }
        x += info.geometry.width.points
      }
    }
    return placed
  }

  /// The glyph's name, with its outline defined at first use; nil for a glyph without ink.
  private mutating func name(_ glyph: Glyph, font: UnsafeMutablePointer<PangoFont>) -> String? {
    if let name = names[glyph] { return name.isEmpty ? nil : name }
    let outline = Self.outline(of: glyph.index, font: font)
    let name = outline.isEmpty ? "" : "g\(names.count)"
    names[glyph] = name
    if !outline.isEmpty { definitions += "<path id=\"\(name)\" d=\"\(outline)\"/>\n" }
    return outline.isEmpty ? nil : name
  }

  /// Family, style and size of a font, as Pango writes them.
  private static func name(of font: UnsafeMutablePointer<PangoFont>) -> String {
    let description = pango_font_describe_with_absolute_size(font)
    defer { pango_font_description_free(description) }
    guard let text = pango_font_description_to_string(description) else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }

  private static func outline(of index: UInt32, font: UnsafeMutablePointer<PangoFont>) -> String {
    // PANGO_GLYPH_EMPTY, a glyph that takes room but draws nothing.
    guard index != 0x0FFF_FFFF else { return "" }
    let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
    let context = cairo_create(surface)
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    cairo_set_scaled_font(context, pango_cairo_font_get_scaled_font(OpaquePointer(font)))
    var glyph = cairo_glyph_t(index: UInt(index), x: 0, y: 0)
    cairo_glyph_path(context, &glyph, 1)
    guard let path = cairo_copy_path(context) else { return "" }
    defer { cairo_path_destroy(path) }
    return Path(path.pointee).svg
  }
}

extension Path {
  /// Cairo's path: a header and its points in turn.
  fileprivate init(_ path: cairo_path_t) {
    let data = UnsafeBufferPointer(start: path.data, count: Int(path.num_data))
    var segments: [Segment] = []
    var i = 0
    while i < data.count {
      let header = data[i].header
      let points = data[(i + 1)..<(i + Int(header.length))].map { Point(x: $0.point.x, y: $0.point.y) }
      switch (header.type, points.count) {
      case (CAIRO_PATH_MOVE_TO, 1...): segments.append(.move(points[0]))
      case (CAIRO_PATH_LINE_TO, 1...): segments.append(.line(points[0]))
      case (CAIRO_PATH_CURVE_TO, 3...):
        segments.append(.curve(control1: points[0], control2: points[1], end: points[2]))
      case (CAIRO_PATH_CLOSE_PATH, _): segments.append(.close)
      default: break
      }
      i += Int(header.length)
    }
    // Cairo starts a new subpath after each close, which draws nothing at the end.
    if case .move = segments.last { segments.removeLast() }
    self.init(segments)
  }
}

extension Int32 {
  fileprivate var points: Double { Double(self) / Double(PANGO_SCALE) }
}
