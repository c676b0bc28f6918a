import CPangoCairo

/// A line that a `Typesetter` has set.
struct TypesetLine {
  let layout: OpaquePointer

  var extent: LineExtent {
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    pango_layout_line_get_extents(line, &ink, &logical)
    let units = Double(PANGO_SCALE)
    return LineExtent(
      width: Double(logical.width) / units, inkAscent: -Double(ink.y) / units,
      inkDescent: Double(ink.y + ink.height) / units)
  }

  /// The number of letters for which no installed font has a picture.
  var missingGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  var line: UnsafeMutablePointer<PangoLayoutLine>? { pango_layout_get_line_readonly(layout, 0) }
}

/// How far a line reaches, in points.
struct LineExtent: Hashable {
  /// The advance from the first letter to the end.
  var width: Double
  /// How far the ink itself reaches above the baseline.
  var inkAscent: Double
  /// How far the ink itself reaches below the baseline.
  var inkDescent: Double
}
