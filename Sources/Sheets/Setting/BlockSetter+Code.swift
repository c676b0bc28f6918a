import Formula
import Plotting

extension BlockSetter {
  // MARK: - Formulas

  /// A formula on a line of its own, indented, made smaller where it is too wide.
  func formula(_ latex: String) throws(PlottingError) -> [Slab] {
    let indent = min(24, width / 10)
    var box = try formulaBox(latex, size: format.body * 1.12)
    let room = width - indent
    if box.extent.width > room { box = try formulaBox(latex, size: format.body * 1.12 * room / box.extent.width) }
    let ink = Ink(
      height: box.extent.ascent + box.extent.descent,
      elements: box.elements(at: Point(x: indent, y: box.extent.ascent), color: context.theme.ink))
    return [Slab(ink, before: 9, after: 9)]
  }

  private func formulaBox(_ latex: String, size: Double) throws(PlottingError) -> MathBox {
    try Plotting.formulaBox(latex, size: size, measurer: context.measurer, display: .block)
  }

  // MARK: - Code

  /// A program of so many lines stays on one page.
  private static let whole = 24

  /// Lines of a program on a tinted ground, in smaller letters where that keeps them whole; the rest of a long line goes on
  /// below, further in.
  func code(_ text: String) throws(PlottingError) -> [Slab] {
    let lines = (text.hasSuffix("\n") ? text.dropLast() : text[...]).replacing("\t", with: "    ")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let padding = 9.0, room = width - 2 * padding
    let widest = lines.map { context.measurer.extent(of: $0, font: Font(.code, size: format.code)).width }.max() ?? 0
    let size = max(format.smallestCode, min(format.code, format.code * room / max(widest, 1)))
    var pieces: [Ink] = []
    for line in lines { pieces += try codeLine(line, size: size, room: room) }
    return pieces.enumerated().map { index, piece in
      let top = index == 0 ? padding : 0, bottom = index == pieces.count - 1 ? padding : 0
      let ground = Rect(x: 0, y: 0, width: width, height: top + piece.height + bottom)
      let fill = SceneElement.path(.rect(ground), fill: Tint.panel.color(in: context.theme))
      return Slab(Ink(height: ground.height, elements: [fill] + piece.moved(x: padding, y: top).elements))
    }.keeping(leading: pieces.count > Self.whole ? 3 : pieces.count, trailing: 3).spaced(before: 8, after: 8)
  }

  private func codeLine(_ line: String, size: Double, room: Double) throws(PlottingError) -> [Ink] {
    let margin = line.prefix { $0 == " " }
    // Words are set apart by one space each: further ones must not be lost.
    let text = String(line.dropFirst(margin.count)).replacing("  ", with: " \u{A0}")
    let em = context.measurer.extent(of: "0", font: Font(.code, size: size)).width
    let left = min(Double(margin.count) * em, room / 2)
    let style = TextStyle(size: size, tint: text.hasPrefix("//") ? .muted : .ink)
    let blocks = try RichText(pieces: [.code(text)])
      .filledLines(style, width: room - left - 2 * em, context: context)
    return blocks.enumerated().map { index, block in
      Ink(height: 1.5 * size, elements: block.elements(at: Point(x: left + (index == 0 ? 0 : 2 * em), y: 0.15 * size)))
    }
  }
}
