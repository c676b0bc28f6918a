import CPangoCairo
import Plotting

/// Sets letters with Pango: one line at a time, in one thread at a time (`TypesetterPool` sees to that).
///
/// Metrics are not hinted and glyphs stand at fractions of a point, so that a line is as wide at every scale.
final class Typesetter {
  let installedFamilies: Set<String>
  private let families: [FontSlot: String]
  private let context: OpaquePointer
  private let layout: OpaquePointer
  private var reaches: [ReachKey: (ascent: Double, descent: Double)] = [:]
  private var widths: [WidthKey: Double] = [:]

  init() {
    // A font map of its own: maps may not be shared between threads.
    let fontMap = pango_cairo_font_map_new()
    context = pango_font_map_create_context(fontMap)
    g_object_unref(UnsafeMutableRawPointer(fontMap))

    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("ko"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)

    layout = pango_layout_new(context)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_auto_dir(layout, 0)

    installedFamilies = Self.familyNames(of: fontMap)
    families = FontCheck(installed: installedFamilies).families
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// Sets `string` and hands over the line, which stands until the next one is set.
  func withLine<Result, Failure: Error>(
    _ string: String, font: Font, _ body: (TypesetLine) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let styled = StyledText(string, font: font)
    let attributes = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    var start = 0
    for piece in styled.pieces {
      let description = describe(piece.slot, font: font)
      let end = start + piece.text.utf8.count
      // The list copies the description and owns the attribute.
      if let attribute = pango_attr_font_desc_new(description) {
        attribute.pointee.start_index = guint(start)
        attribute.pointee.end_index = guint(end)
        pango_attr_list_insert(attributes, attribute)
      }
      pango_font_description_free(description)
      start = end
    }
    pango_layout_set_text(layout, styled.text, Int32(clamping: start))
    pango_layout_set_attributes(layout, attributes)
    return try body(TypesetLine(layout: layout))
  }

  /// The advance of `string`. Layouts ask for the same words again and again: the answers are kept.
  func width(of string: String, font: Font) -> Double {
    guard !string.isEmpty else { return 0 }
    let key = WidthKey(string: string, font: font)
    if let width = widths[key] { return width }
    if widths.count >= 10_000 { widths.removeAll(keepingCapacity: true) }
    let width = withLine(string, font: font) { $0.width }
    widths[key] = width
    return width
  }

  private struct WidthKey: Hashable {
    let string: String
    let font: Font
  }

  /// How far the role's own font reaches above and below the baseline, whatever letters are set.
  func reach(of font: Font) -> (ascent: Double, descent: Double) {
    let key = ReachKey(slot: font.role.slot, weight: font.weight)
    let unit = reaches[key] ?? measureReach(of: font)
    reaches[key] = unit
    return (unit.ascent * font.size, unit.descent * font.size)
  }

  private struct ReachKey: Hashable {
    let slot: FontSlot
    let weight: Font.Weight
  }

  private func measureReach(of font: Font) -> (ascent: Double, descent: Double) {
    let size = 100.0
    let description = describe(font.role.slot, font: Font(font.role, size: size, weight: font.weight))
    defer { pango_font_description_free(description) }
    let metrics = pango_context_get_metrics(context, description, nil)
    defer { pango_font_metrics_unref(metrics) }
    let units = Double(PANGO_SCALE) * size
    return (
      Double(pango_font_metrics_get_ascent(metrics)) / units, Double(pango_font_metrics_get_descent(metrics)) / units
    )
  }

  private func describe(_ slot: FontSlot, font: Font) -> OpaquePointer? {
    let description = pango_font_description_new()
    pango_font_description_set_family(description, families[slot] ?? "sans-serif")
    let size = font.size * slot.magnification
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    // Mathematical bold is an alphabet of its own; a bold cut would be synthesised.
    let bold = font.weight == .bold && slot != .math
    pango_font_description_set_weight(description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    return description
  }

  private static func familyNames(of fontMap: UnsafeMutablePointer<PangoFontMap>?) -> Set<String> {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(fontMap, &list, &count)
    defer { g_free(list) }
    let families = UnsafeBufferPointer(start: list, count: Int(count))
    return Set(families.compactMap { pango_font_family_get_name($0).map(String.init(cString:)) })
  }
}
