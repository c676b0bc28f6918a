import CPangoCairo
import Plotting

/// Paints scenes onto a Cairo surface.
struct CairoPainter {
  let context: OpaquePointer
  let typesetter: Typesetter

  func paint(_ scene: Scene) throws(RenderingError) {
    if let background = scene.background {
      setSource(background)
      cairo_rectangle(context, 0, 0, scene.size.width, scene.size.height)
      cairo_fill(context)
    }
    try paint(scene.elements)
    try check(cairo_status(context))
  }

  private func paint(_ elements: [SceneElement]) throws(RenderingError) {
    for element in elements {
      switch element {
      case .path(let path, let fill, let stroke): try paint(path, fill: fill, stroke: stroke)
      case .text(let run): try paint(run)
      case .image(let image, let frame): try paint(image, in: frame)
      case .clipped(let clip, let inner): try paint(inner, clippedTo: clip)
      }
    }
  }

  // MARK: - Paths

  private func paint(_ path: Path, fill: Color?, stroke: Stroke?) throws(RenderingError) {
    try path.validate()
    cairo_new_path(context)
    for segment in path.segments {
      switch segment {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let a, let b, let p): cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y)
      case .close: cairo_close_path(context)
      }
    }
    if let fill {
      setSource(fill)
      cairo_fill_preserve(context)
    }
    if let stroke, stroke.width > 0 {
      try stroke.validate()
      setSource(stroke.color)
      cairo_set_line_width(context, stroke.width)
      cairo_set_dash(context, stroke.dash, Int32(clamping: stroke.dash.count), 0)
      cairo_set_line_join(context, stroke.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
      cairo_set_line_cap(context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
      cairo_stroke_preserve(context)
    }
    cairo_new_path(context)
  }

  // MARK: - Letters

  private func paint(_ run: TextRun) throws(RenderingError) {
    guard run.isVisible else { return }
    try run.validate()
    cairo_save(context)
    defer { cairo_restore(context) }
    setSource(run.color)
    cairo_translate(context, run.origin.x, run.origin.y)
    if run.rotation != 0 { cairo_rotate(context, run.rotation * .pi / 180) }
    cairo_move_to(context, 0, 0)
    try typesetter.withVerifiedLine(run.string, font: run.font) { line in
      pango_cairo_show_layout_line(context, line.line)
    }
  }

  // MARK: - Images

  private func paint(_ image: PixelImage, in frame: Rect) throws(RenderingError) {
    try frame.validate()
    guard frame.width > 0, frame.height > 0 else { return }
    let surface = try CairoSurface.image(of: image)
    defer { surface.destroy() }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
    cairo_clip(context)
    cairo_translate(context, frame.x, frame.y)
    cairo_scale(context, frame.width / Double(image.width), frame.height / Double(image.height))
    cairo_set_source_surface(context, surface.pointer, 0, 0)
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    cairo_pattern_set_filter(
      cairo_get_source(context), image.isShownAsSquares(in: frame) ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
    cairo_paint(context)
  }

  private func paint(_ elements: [SceneElement], clippedTo clip: Rect) throws(RenderingError) {
    try clip.validate()
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_new_path(context)
    cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
    cairo_clip(context)
    try paint(elements)
  }

  private func setSource(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
  }
}

/// Turns Cairo's status into an error.
func check(_ status: cairo_status_t) throws(RenderingError) {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .library("Cairo", reason: cairo_status_to_string(status).map(String.init(cString:)) ?? "\(status.rawValue)")
}
