import Literate
import Plotting

extension BlockSetter {
  func slabs(_ part: Sheet.Part) throws(PlottingError) -> [Slab] {
    switch part {
    case .text(let markdown): return try slabs(Document(markdown: markdown).blocks)
    case .exercise(let number, let title, let remark): return [try exercise(number, title, remark)]
    case .room(let label, let lines): return [try room(label, lines: lines)]
    case .blanks(let labels): return try blanks(labels)
    case .choices(let choices): return try self.choices(choices)
    }
  }

  /// The number on a plate, the title, and the remark at the right.
  private func exercise(_ number: String, _ title: String, _ remark: String) throws(PlottingError) -> Slab {
    let numberStyle = TextStyle(size: 11.5, weight: .bold, tint: .background)
    let number = try RichText(pieces: [.text(number, .bold)]).laidOut(numberStyle, context: context)
    let remark = try RichText(pieces: [.text(remark, .regular)])
      .laidOut(TextStyle(size: format.small, tint: .muted), context: context)
    let plate = Rect(x: 0, y: 0, width: number.size.width + 14, height: 20)
    let left = plate.width + 10
    let heading = narrowed(by: left + remark.size.width + 12)
    let lines = try heading.text(
      .init(markdown: title), TextStyle(size: format.heading(2), weight: .bold), line: 20)
    var elements: [SceneElement] = [
      .path(.rect(plate, radius: 4), fill: Tint.series(0).color(in: context.theme))
    ]
    elements += number.elements(at: plate.center, anchor: .center)
    elements += remark.elements(at: Point(x: width, y: plate.midY), anchor: .trailing)
    var y = 0.0
    for line in lines {
      elements += line.ink.moved(x: left, y: y).elements
      y += line.ink.height
    }
    return Slab(Ink(height: max(y, plate.height), elements: elements), before: 26, after: 8, keepsNext: true)
  }

  // MARK: - Room to write

  private func room(_ label: String, lines: Int) throws(PlottingError) -> Slab {
    let height = Double(lines) * 22 + 12
    let frame = Rect(x: 0.5, y: 0.5, width: width - 1, height: height - 1)
    let text = try self.label(label, tint: .muted, size: format.small)
    let outline = context.stroke(.muted.opacity(0.6), width: 0.7)
    return Slab(
      Ink(
        height: height,
        elements: [.path(.rect(frame, radius: 4), stroke: outline)]
          + text.elements(at: Point(x: 9, y: 7), anchor: .topLeading)),
      before: 10, after: 10)
  }

  private func blanks(_ labels: [String]) throws(PlottingError) -> [Slab] {
    var slabs: [Slab] = []
    for label in labels {
      let text = try self.label(label, tint: .ink, size: format.body)
      let left = text.size.width + 10, height = 30.0
      let line = Path.line(
        from: Point(x: left, y: height - 4), to: Point(x: max(left + 60, min(width, left + 210)), y: height - 4))
      slabs.append(
        Slab(
          Ink(
            height: height,
            elements: text.elements(at: Point(x: 0, y: height - 3), anchor: .bottomLeading) + [
              .path(line, stroke: context.stroke(.ink, width: 0.8))
            ])))
    }
    return slabs.keeping(leading: slabs.count, trailing: 0).spaced(before: 4, after: 10)
  }

  private func choices(_ choices: [Sheet.Choice]) throws(PlottingError) -> [Slab] {
    let indent = 40.0
    var slabs: [Slab] = []
    for choice in choices {
      let mark = try label(choice.mark, tint: .ink, size: format.body)
      var lines = try narrowed(by: indent).text(.init(markdown: choice.text), TextStyle(size: format.body))
        .map { $0.moved(x: indent) }
      if lines.isEmpty { lines = [Slab(Ink(height: format.line))] }
      let middle = format.line / 2, box = Rect(x: 2, y: middle - 5.5, width: 11, height: 11)
      lines[0].ink.elements.append(.path(.rect(box, radius: 2), stroke: context.stroke(.ink, width: 0.8)))
      lines[0].ink.elements += mark.elements(at: Point(x: 21, y: middle), anchor: .leading)
      slabs += lines.keeping(leading: lines.count, trailing: 0).spaced(before: 4, after: 4)
    }
    return slabs.keeping(leading: slabs.count, trailing: 0).spaced(before: 6, after: 10)
  }

  private func label(_ text: String, tint: Tint, size: Double) throws(PlottingError) -> TextBlock {
    try RichText(.init(markdown: text), weight: .bold, in: context.language)
      .laidOut(TextStyle(size: size, weight: .bold, tint: tint), width: width / 2, context: context)
  }
}
