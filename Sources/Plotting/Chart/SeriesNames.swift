/// The names of a chart's series, placed.
struct SeriesNames {
  var elements: [SceneElement] = []
  /// What they cover inside the plot.
  var taken: [Rect] = []
  /// Whether they found room.
  var fit = true

  init(
    entries: [LegendEntry], naming: SeriesNaming, plot: PlotArea, frame: Rect, obstacles: [Obstacle],
    fixed: [PlotLabel], header: LegendBlock
  ) throws(PlottingError) {
    guard !entries.isEmpty else { return }
    switch naming {
    case .none:
      break
    case .top:
      elements = header.elements(at: Point(x: frame.minX, y: frame.minY))
    case .atEnds:
      try standAtEnds(entries, plot: plot, frame: frame, clearOf: obstacles, fixed: fixed)
    case .inCorner(let corner):
      try stand(entries, in: [corner], plot: plot, clearOf: [], fixed: [])
    case .inEmptyCorner:
      try stand(entries, in: Legend.Corner.allCases, plot: plot, clearOf: obstacles, fixed: fixed)
    }
  }

  /// Puts each name where its curve ends: beside the plot, or in it.
  private mutating func standAtEnds(
    _ entries: [LegendEntry], plot: PlotArea, frame: Rect, clearOf obstacles: [Obstacle], fixed: [PlotLabel]
  ) throws(PlottingError) {
    let outside = entries.filter { EndNames.isAtEdge($0, of: plot.rect) }
    let inside = entries.filter { !EndNames.isAtEdge($0, of: plot.rect) }
    var labels: [PlotLabel] = []
    for entry in inside {
      let text = try EndNames.text(entry, frame: frame, context: plot.context)
      guard let end = entry.end, end.y > plot.rect.minY + 1 else { continue }
      var label = PlotLabel.around(end, text: text, clearance: plot.context.points(20))
      label.need = .clear
      labels.append(label)
    }
    let placer = LabelPlacer(
      bounds: plot.rect, obstacles: obstacles,
      taken: fixed.filter { $0.need == .fixed }.compactMap { $0.candidates.first?.bounds }, gap: plot.context.points(12)
    )
    let places = placer.places(for: labels).compactMap(\.self)
    guard places.count == inside.count, let names = try EndNames(outside, plot: plot, frame: frame) else {
      fit = false
      return
    }
    elements = names.elements + places.flatMap { $0.text.elements(at: $0.at, anchor: $0.anchor) }
    taken = places.map(\.bounds)
  }

  /// Puts the legend into the first of `corners` in which nothing else stands.
  private mutating func stand(
    _ entries: [LegendEntry], in corners: [Legend.Corner], plot: PlotArea, clearOf obstacles: [Obstacle],
    fixed: [PlotLabel]
  ) throws(PlottingError) {
    let block = try LegendBlock(column: entries, width: plot.rect.width * 0.45, context: plot.context)
    let room = plot.rect.inset(by: plot.context.points(24))
    let gap = plot.context.points(18)
    let words = fixed.filter { $0.need == .fixed || $0.candidates.count > 2 }.compactMap(\.candidates.first?.bounds)
    for corner in corners {
      for place in places(of: block.size, at: corner, in: room, under: words, gap: gap) {
        let margin = place.outset(by: plot.context.points(14))
        guard room.contains(place), !obstacles.contains(where: { $0.touches(margin) }),
          !words.contains(where: margin.intersects)
        else { continue }
        elements = block.elements(at: Point(x: place.x, y: place.y))
        taken = [place]
        return
      }
    }
    fit = false
  }

  /// The corner itself, then below or above the words that stand in it.
  private func places(of size: Size, at corner: Legend.Corner, in room: Rect, under words: [Rect], gap: Double)
    -> [Rect]
  {
    let isTrailing = corner == .topTrailing || corner == .bottomTrailing
    let isTop = corner == .topTrailing || corner == .topLeading
    let x = isTrailing ? room.maxX - size.width : room.minX
    let edges = isTop ? [room.minY] + words.map { $0.maxY + gap } : [room.maxY] + words.map { $0.minY - gap }
    return edges.map {
      Rect(x: x, y: isTop ? $0 : $0 - size.height, width: size.width, height: size.height)
    }
  }
}
