import Literate
import Localization
import Plotting

/// Sets blocks of Markdown as slabs of a page.
struct BlockSetter {
  let context: DrawingContext
  var format = PageFormat.a4
  /// In points.
  var width: Double
  /// The pixels of an image, by its address; nil where there is none.
  let picture: @Sendable (String) -> PixelImage?

  func slabs(_ blocks: [Block]) throws(PlottingError) -> [Slab] {
    var slabs: [Slab] = []
    for block in blocks { slabs += try self.slabs(block) }
    return slabs
  }

  private func slabs(_ block: Block) throws(PlottingError) -> [Slab] {
    switch block.content {
    case .heading(let level, let inlines): return try heading(inlines, level: level)
    case .paragraph(let inlines):
      if let picture = try picture(inlines) { return picture }
      return try paragraph(inlines)
    case .quote(let blocks): return try quote(blocks)
    case .list(let list): return try self.list(list)
    case .code(let info, let text): return info == "math" ? try formula(text.string) : try code(text.string)
    case .html: return []
    case .rule: return [Slab(rule(.grid), before: 10, after: 10)]
    case .table(let table): return try self.table(table)
    case .footnote(let label, let blocks): return try hanging("[\(label)]", blocks, indent: 22)
    }
  }

  // MARK: - Text

  func paragraph(_ inlines: [Inline]) throws(PlottingError) -> [Slab] {
    try text(inlines, TextStyle(size: format.body)).keeping(leading: 2, trailing: 2).spaced(before: 6, after: 6)
  }

  private func heading(_ inlines: [Inline], level: Int) throws(PlottingError) -> [Slab] {
    let style = TextStyle(size: format.heading(level), weight: .bold)
    var slabs = try text(inlines, style, line: style.size * 1.4).spaced(before: 16, after: 5)
    for index in slabs.indices { slabs[index].keepsNext = true }
    return slabs
  }

  /// Lines of text, each a slab.
  func text(_ inlines: [Inline], _ style: TextStyle, line: Double? = nil) throws(PlottingError) -> [Slab] {
    let text = RichText(inlines, weight: style.weight, in: context.language)
    return try text.filledLines(style, width: width, context: context).map { block in
      // High formulas push the lines apart, others stand in the middle of theirs.
      let height = max(line ?? format.line, block.size.height + 0.15 * style.size)
      return Slab(
        Ink(height: height, elements: block.elements(at: Point(x: 0, y: (height - block.size.height) / 2))))
    }
  }

  func rule(_ tint: Tint, width lineWidth: Double = 0.7) -> Ink {
    let line = Path.line(from: Point(x: 0, y: 0), to: Point(x: width, y: 0))
    return Ink(height: lineWidth, elements: [.path(line, stroke: context.stroke(tint, width: lineWidth))])
  }

  // MARK: - Blocks within blocks

  private func quote(_ blocks: [Block]) throws(PlottingError) -> [Slab] {
    let indent = 14.0
    return try narrowed(by: indent).slabs(blocks).map { slab in
      var slab = slab.moved(x: indent)
      let bar = Rect(x: 0, y: -slab.before / 2, width: 2.5, height: slab.ink.height + (slab.before + slab.after) / 2)
      slab.ink.elements.append(.path(.rect(bar), fill: Tint.grid.color(in: context.theme)))
      return slab
    }
  }

  private func list(_ list: Block.List) throws(PlottingError) -> [Slab] {
    var slabs: [Slab] = []
    for (index, item) in list.items.enumerated() {
      let marker =
        switch (item.task, list.marker) {
        case (.open?, _): "[ ]"
        case (.done?, _): "[x]"
        case (nil, .bullet): "•"
        case (nil, .number(let start, let delimiter)): "\(start + index)\(delimiter)"
        }
      var item = try hanging(marker, item.blocks, indent: list.marker == .bullet ? 14 : 20)
      if list.isTight {
        for index in item.indices { (item[index].before, item[index].after) = (1.5, 1.5) }
      }
      slabs += item
    }
    return slabs.spaced(before: 6, after: 6)
  }

  /// Blocks behind a marker that stands in the margin of the first.
  func hanging(_ marker: String, _ blocks: [Block], indent: Double) throws(PlottingError) -> [Slab] {
    var slabs = try narrowed(by: indent).slabs(blocks).map { $0.moved(x: indent) }
    let mark = try text([.text(Text(marker))], TextStyle(size: format.body))
    guard let first = mark.first else { return slabs }
    if slabs.isEmpty { slabs = [Slab(Ink(height: first.ink.height))] }
    slabs[0].ink.elements += first.ink.elements
    return slabs
  }

  func narrowed(by indent: Double) -> BlockSetter {
    var narrow = self
    narrow.width = max(width - indent, 40)
    return narrow
  }
}
