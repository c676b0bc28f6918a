import Localization

extension Bar {
  /// A bar's value, where it can be read: in a stack inside its piece, or beside a piece too thin for it; otherwise
  /// beyond the end of the bar and of its error bar.
  func label(_ box: BarBox, format: NumberFormat, in plot: PlotArea) throws(PlottingError) -> PlotLabel {
    let context = plot.context
    let style = TextStyle.tick(in: context.theme)
    let source = Bilingual(stringLiteral: format.string(box.value))
    let text = try context.text(source, style.tint(.ink))
    let gap = context.points(8)
    switch arrangement {
    case .grouped:
      return PlotLabel([beyondEnd(of: box, text: text, gap: gap)])
    case .stacked:
      let inside = try context.text(source, style.tint(.background).weight(.bold))
      let fits = box.rect.width > inside.size.width + gap && box.rect.height > inside.size.height
      return PlotLabel([fits ? .init(inside, at: box.rect.center, anchor: .center) : beside(box, text: text, gap: gap)])
    }
  }

  private func beyondEnd(of box: BarBox, text: TextBlock, gap: Double) -> PlotLabel.Candidate {
    let reach = box.error?.bounds.union(box.rect) ?? box.rect
    let (x, y) = (box.rect.midX, box.rect.midY)
    return switch (orientation, box.pointsBackwards) {
    case (.vertical, false): .init(text, at: Point(x: x, y: reach.minY - gap), anchor: .bottom)
    case (.vertical, true): .init(text, at: Point(x: x, y: reach.maxY + gap), anchor: .top)
    case (.horizontal, false): .init(text, at: Point(x: reach.maxX + gap, y: y), anchor: .leading)
    case (.horizontal, true): .init(text, at: Point(x: reach.minX - gap, y: y), anchor: .trailing)
    }
  }

  private func beside(_ box: BarBox, text: TextBlock, gap: Double) -> PlotLabel.Candidate {
    switch orientation {
    case .vertical: .init(text, at: Point(x: box.rect.maxX + gap, y: box.rect.midY), anchor: .leading)
    case .horizontal: .init(text, at: Point(x: box.rect.midX, y: box.rect.maxY), anchor: .top)
    }
  }
}
