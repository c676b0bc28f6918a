import CPangoCairo

/// A line that a `Typesetter` has set.
struct TypesetLine {
  let layout: OpaquePointer

  /// The advance from the first letter to the end, in points.
  var width: Double {
    var logical = PangoRectangle()
    pango_layout_line_get_extents(line, nil, &logical)
    return Double(logical.width) / Double(PANGO_SCALE)
  }

  /// How far the ink itself reaches above and below the baseline, and where it ends to the right.
  var ink: (ascent: Double, descent: Double, right: Double) {
    var ink = PangoRectangle()
    pango_layout_line_get_extents(line, &ink, nil)
    let units = Double(PANGO_SCALE)
    return (-Double(ink.y) / units, Double(ink.y + ink.height) / units, Double(ink.x + ink.width) / units)
  }

  /// The number of letters for which no installed font has a picture.
  var missingGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  var line: UnsafeMutablePointer<PangoLayoutLine>? { pango_layout_get_line_readonly(layout, 0) }
}
