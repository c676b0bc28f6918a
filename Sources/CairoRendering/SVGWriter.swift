import Foundation
import Plotting

/// Writes scenes as SVG, one element for each of the scene's.
///
/// Letters become outlines, so that the picture looks the same where the fonts are not installed; each outline stands
/// once, and the text itself stays readable as the group's label. Names (`g0`, `c0`) are numbered within the picture, in
/// the order of first use: Cairo's own SVG numbers them through the process, and two drawings of one scene differ.
struct SVGWriter {
  private let typesetter: Typesetter
  private var outlines = GlyphOutlines()
  private var definitions = ""
  private var body = ""
  private var clips = 0

  static func document(of scene: Scene, typesetter: Typesetter) throws(RenderingError) -> String {
    var writer = SVGWriter(typesetter: typesetter)
    if let background = scene.background {
      writer.body += "<rect\(size(scene.size))\(paint("fill", background))/>\n"
    }
    try writer.write(scene.elements)
    let (width, height) = (scene.size.width.svg, scene.size.height.svg)
    let definitions = writer.definitions.isEmpty ? "" : "<defs>\n\(writer.definitions)</defs>\n"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
      \(definitions)\(writer.body)</svg>

      """
  }

  private init(typesetter: Typesetter) {
    self.typesetter = typesetter
  }

  private mutating func write(_ elements: [SceneElement]) throws(RenderingError) {
    for element in elements {
      switch element {
      case .path(let path, let fill, let stroke): try write(path, fill: fill, stroke: stroke)
      case .text(let run): try write(run)
      case .image(let image, let frame): try write(image, in: frame)
      case .clipped(let clip, let inner): try write(inner, clippedTo: clip)
      }
    }
  }

  private mutating func write(_ path: Path, fill: Color?, stroke: Stroke?) throws(RenderingError) {
    try path.validate()
    var attributes = fill.map { Self.paint("fill", $0) } ?? " fill=\"none\""
    if let stroke, stroke.width > 0 {
      try stroke.validate()
      attributes += Self.paint("stroke", stroke.color) + " stroke-width=\"\(stroke.width.svg)\""
      if !stroke.dash.isEmpty { attributes += " stroke-dasharray=\"\(stroke.dash.map(\.svg).joined(separator: " "))\"" }
      if stroke.join == .round { attributes += " stroke-linejoin=\"round\"" }
      if stroke.cap == .round { attributes += " stroke-linecap=\"round\"" }
    }
    body += "<path d=\"\(path.svg)\"\(attributes)/>\n"
  }

  private mutating func write(_ run: TextRun) throws(RenderingError) {
    guard run.isVisible else { return }
    try run.validate()
    // Glyphs are drawn in thousandths of the font's size, so that one outline serves all sizes.
    var font = run.font
    font.size = GlyphOutlines.unitsPerEm
    var placed: [GlyphOutlines.Placed] = []
    try typesetter.withVerifiedLine(run.string, font: font) { placed = outlines.place($0) }
    definitions += outlines.takeDefinitions()
    let turn = run.rotation == 0 ? "" : " rotate(\(run.rotation.svg))"
    let scale = (run.font.size / GlyphOutlines.unitsPerEm).svg(decimals: 6)
    body += "<g role=\"img\" aria-label=\"\(run.string.xmlEscaped)\"\(Self.paint("fill", run.color))"
    body += " transform=\"translate(\(run.origin.x.svg) \(run.origin.y.svg))\(turn) scale(\(scale))\">"
    for glyph in placed {
      body += "<use xlink:href=\"#\(glyph.name)\" x=\"\(glyph.x.svg)\"\(glyph.y == 0 ? "" : " y=\"\(glyph.y.svg)\"")/>"
    }
    body += "</g>\n"
  }

  private mutating func write(_ image: PixelImage, in frame: Rect) throws(RenderingError) {
    try frame.validate()
    let surface = try CairoSurface.image(of: image)
    defer { surface.destroy() }
    let png = try PNGEncoder.encode(surface, width: image.width, height: image.height, alpha: .transparent)
    let rendering = image.isShownAsSquares(in: frame) ? " style=\"image-rendering:pixelated\"" : ""
    body += "<image\(Self.attributes(frame)) preserveAspectRatio=\"none\"\(rendering)"
    body += " xlink:href=\"data:image/png;base64,\(Data(png).base64EncodedString())\"/>\n"
  }

  private mutating func write(_ elements: [SceneElement], clippedTo clip: Rect) throws(RenderingError) {
    try clip.validate()
    let name = "c\(clips)"
    clips += 1
    definitions += "<clipPath id=\"\(name)\"><rect\(Self.attributes(clip))/></clipPath>\n"
    body += "<g clip-path=\"url(#\(name))\">\n"
    try write(elements)
    body += "</g>\n"
  }

  // MARK: - Attributes

  private static func attributes(_ rect: Rect) -> String {
    " x=\"\(rect.x.svg)\" y=\"\(rect.y.svg)\"" + size(Size(width: rect.width, height: rect.height))
  }

  private static func size(_ size: Size) -> String {
    " width=\"\(size.width.svg)\" height=\"\(size.height.svg)\""
  }

  private static func paint(_ attribute: String, _ color: Color) -> String {
    let opacity = color.opacity < 1 ? " \(attribute)-opacity=\"\(max(0, color.opacity).svg)\"" : ""
    return " \(attribute)=\"\(color.hex)\"\(opacity)"
  }
}
