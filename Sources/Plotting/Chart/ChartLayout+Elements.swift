extension ChartLayout {
  /// Everything in painting order: bands, grid, marks, axes, words.
  func elements() throws(PlottingError) -> [SceneElement] {
    guard plot.rect.width > 0, plot.rect.height > 0 else { return [] }
    let window = plot.rect.outset(by: context.points(6))
    return clipped(drawings.flatMap(\.backdrop), to: plot.rect) + grid
      + clipped(drawings.flatMap(\.elements), to: window) + axisLines + tickLabels + axisLabels + names.elements
      + placedLabels
  }

  private func clipped(_ elements: [SceneElement], to rect: Rect) -> [SceneElement] {
    elements.isEmpty ? [] : [.clipped(to: rect, elements)]
  }

  // MARK: - Lines

  private var grid: [SceneElement] {
    let stroke = context.stroke(.grid, width: context.theme.lines.hairline)
    let upright = showsGrid(.x) ? x.ticks.map(\.position).map(uprightLine) : []
    let level = showsGrid(.y) ? y.ticks.map(\.position).map(levelLine) : []
    let lines = upright + level
    return lines.isEmpty ? [] : [.path(Path(lines.flatMap(\.segments)), stroke: stroke)]
  }

  /// Numbers on y carry lines; numbers on x only where y has none, or where both are logarithmic.
  private func showsGrid(_ axis: AxisName) -> Bool {
    switch axis == .x ? chart.x.grid : chart.y.grid {
    case .lines: return true
    case .none: return false
    case .automatic:
      let (own, other) = axis == .x ? (plot.x, plot.y) : (plot.y, plot.x)
      if own.spacing == .band { return false }
      return axis == .y || other.spacing == .band || (own.spacing == .log && other.spacing == .log)
    }
  }

  private func uprightLine(_ x: Double) -> Path {
    .line(from: Point(x: x, y: plot.rect.minY), to: Point(x: x, y: plot.rect.maxY))
  }

  private func levelLine(_ y: Double) -> Path {
    .line(from: Point(x: plot.rect.minX, y: y), to: Point(x: plot.rect.maxX, y: y))
  }

  /// The line that the data stands on, its ticks, and zero where it lies inside.
  private var axisLines: [SceneElement] {
    guard chart.x.ticks != .none || chart.y.ticks != .none else { return [] }
    var lines: [Path] = []
    if plot.y.spacing == .band {
      lines.append(uprightLine(zeroPosition(on: plot.x) ?? plot.rect.minX))
    } else if let zero = zeroPosition(on: plot.y), plot.x.spacing == .band {
      lines.append(levelLine(zero))
    } else {
      lines.append(levelLine(plot.rect.maxY))
      if let zero = zeroPosition(on: plot.y), zero < plot.rect.maxY - 1 { lines.append(levelLine(zero)) }
    }
    if plot.x.spacing != .band, plot.y.spacing != .band {
      lines += x.ticks.map { tick($0.position, length: 10) } + x.minorPositions.map { tick($0, length: 6) }
    }
    let line = SceneElement.path(
      Path(lines.flatMap(\.segments)), stroke: context.stroke(.muted, width: context.theme.lines.hairline))
    return [line]
  }

  private func tick(_ x: Double, length: Double) -> Path {
    .line(from: Point(x: x, y: plot.rect.maxY), to: Point(x: x, y: plot.rect.maxY + context.points(length)))
  }

  private func zeroPosition(on scale: PositionScale) -> Double? {
    guard scale.spacing == .linear, scale.domain.contains(0) else { return nil }
    return (try? scale.position(of: 0)) ?? nil
  }

  // MARK: - Words

  private var tickLabels: [SceneElement] {
    let gap = context.points(14)
    let below = x.ticks.flatMap { tick in
      tick.label?.elements(at: Point(x: tick.position, y: plot.rect.maxY + gap), anchor: .top) ?? []
    }
    let beside = y.ticks.flatMap { tick in
      tick.label?.elements(at: Point(x: plot.rect.minX - gap, y: tick.position), anchor: .trailing) ?? []
    }
    return below + beside
  }

  /// The y axis's label stands level above the axis, where it is read without turning one's head.
  private var axisLabels: [SceneElement] {
    let below = xLabel?.elements(at: Point(x: plot.rect.midX, y: frame.maxY), anchor: .bottom) ?? []
    let left = min(frame.minX, plot.rect.minX)
    let gap = context.points(26)
    let above = yLabel?.elements(at: Point(x: left, y: plot.rect.minY - gap), anchor: .bottomLeading) ?? []
    return below + above
  }

  private var placedLabels: [SceneElement] {
    let placer = LabelPlacer(
      bounds: plot.rect.outset(by: context.points(4)), obstacles: drawings.flatMap(\.obstacles), taken: names.taken,
      gap: context.points(6))
    return placer.places(for: drawings.flatMap(\.labels)).compactMap(\.self).flatMap {
      $0.text.elements(at: $0.at, anchor: $0.anchor)
    }
  }
}
