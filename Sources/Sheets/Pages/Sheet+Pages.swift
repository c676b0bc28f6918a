import Literate
import Localization
import Plotting

extension Sheet {
  /// The sheet on A4 pages, their heads and page numbers included.
  ///
  /// - Parameters:
  ///   - measurer: the renderer's fonts, or `NominalMeasurer` in tests.
  ///   - picture: the pixels of an image of the text, by its address; nil where there is none: its words stand for it then.
  /// - Throws: `PlottingError` where a formula cannot be read.
  public func pages(
    measurer: any TextMeasuring, picture: @escaping @Sendable (String) -> PixelImage? = { _ in nil }
  ) throws(PlottingError) -> [Scene] {
    let format = PageFormat.a4
    let context = DrawingContext(language: language, theme: .light, measurer: measurer)
    let setter = BlockSetter(context: context, format: format, width: format.width, picture: picture)
    let furniture = SheetFurniture(sheet: self, setter: setter)
    let head = try furniture.head()
    var pagination = Pagination(first: format.height - head.height, others: format.height)
    for group in groups {
      var slabs: [Slab] = []
      for part in group { slabs += try setter.slabs(part) }
      if case .exercise = group[0] { pagination.add(together: slabs) } else { pagination.add(slabs) }
    }
    var scenes: [Scene] = []
    for (index, elements) in pagination.pages.enumerated() {
      let top = format.margins.top + (index == 0 ? head.height : 0)
      let body = Ink(height: 0, elements: elements).moved(x: format.margins.left, y: top)
      let around = try furniture.around(page: index, of: pagination.pages.count, head: head)
      scenes.append(Scene(size: format.size, background: nil, elements: around + body.elements))
    }
    return scenes
  }

  /// The parts, cut before each exercise.
  private var groups: [[Part]] {
    parts.reduce(into: []) { groups, part in
      if case .exercise = part {
        groups.append([part])
      } else if groups.isEmpty {
        groups = [[part]]
      } else {
        groups[groups.count - 1].append(part)
      }
    }
  }
}

/// What stands on every page: whose sheet it is, and which page.
struct SheetFurniture {
  let sheet: Sheet
  let setter: BlockSetter

  private var format: PageFormat { setter.format }

  /// The head of the first page: the title, then name and remark over a rule.
  func head() throws(PlottingError) -> Ink {
    var head = try stack(sheet.title, TextStyle(size: 20, weight: .bold))
    var bottom = head.height + 12
    let style = TextStyle(size: format.body + 0.5)
    if let name = sheet.name {
      head.elements += try stack(name, TextStyle(size: style.size, weight: .bold)).moved(y: bottom).elements
    }
    let remark = try block(sheet.remark, TextStyle(size: format.small, tint: .muted))
    head.elements += remark.elements(at: Point(x: setter.width, y: bottom + 2), anchor: .topTrailing)
    bottom += 20
    head.elements += setter.rule(.ink, width: 1.2).moved(y: bottom).elements
    return Ink(height: bottom + 20, elements: head.elements)
  }

  /// What stands outside of the text of a page, in its own place.
  func around(page: Int, of count: Int, head: Ink) throws(PlottingError) -> [SceneElement] {
    let small = TextStyle(size: format.small, tint: .muted)
    let number = try block("\(page + 1) / \(count)", small)
    let foot = Point(x: format.size.width / 2, y: format.size.height - format.margins.bottom * 0.55)
    var elements = number.elements(at: foot, anchor: .center)
    guard page > 0 else { return elements + head.moved(x: format.margins.left, y: format.margins.top).elements }
    let y = format.margins.top * 0.56
    let title = try block(sheet.title, small), name = try block(sheet.name ?? "", small)
    elements += title.elements(at: Point(x: format.margins.left, y: y), anchor: .leading)
    elements += name.elements(at: Point(x: format.size.width - format.margins.right, y: y), anchor: .trailing)
    elements += setter.rule(.grid).moved(x: format.margins.left, y: y + 10).elements
    return elements
  }

  private func block(_ text: String, _ style: TextStyle) throws(PlottingError) -> TextBlock {
    try RichText(pieces: [.text(text, style.weight)]).laidOut(style, width: setter.width, context: setter.context)
  }

  private func stack(_ text: String, _ style: TextStyle) throws(PlottingError) -> Ink {
    let block = try block(text, style)
    return Ink(height: block.size.height, elements: block.elements)
  }
}
