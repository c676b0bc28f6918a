import Localization

/// An axis put into the picture: its scale, and its ticks with their labels set.
struct LaidAxis: Sendable {
  struct LaidTick: Sendable {
    var value: Double
    var position: Double
    /// nil where there is no room for it.
    var label: TextBlock?
  }

  var scale: PositionScale
  var ticks: [LaidTick]
  var minorPositions: [Double]

  /// - Parameter labelWidth: to which names of categories are wrapped, on an upright axis.
  init(
    _ axis: Axis, scale: PositionScale, labelWidth: Double, context: DrawingContext
  ) throws(PlottingError) {
    let setter = TickSetter(axis: axis, scale: scale, labelWidth: labelWidth, context: context)
    self.scale = scale
    ticks = try setter.ticks()
    minorPositions = []
    guard axis.ticks != .none else { return }
    for value in scale.minorValues {
      if let position = try scale.position(of: value) { minorPositions.append(position) }
    }
  }

  /// The widest and the tallest label.
  var labelSize: Size {
    ticks.reduce(Size(width: 0, height: 0)) { size, tick in
      Size(
        width: max(size.width, tick.label?.size.width ?? 0), height: max(size.height, tick.label?.size.height ?? 0))
    }
  }
}

/// Chooses and sets the ticks of one axis.
private struct TickSetter {
  let axis: Axis
  let scale: PositionScale
  let labelWidth: Double
  let context: DrawingContext

  func ticks() throws(PlottingError) -> [LaidAxis.LaidTick] {
    switch axis.ticks {
    case .none:
      return []
    case .labelled(let ticks):
      return thinned(try lay(ticks.filter { scale.domain.contains($0.value) }))
    case .at(let values):
      return thinned(try lay(numbered(values.filter(scale.domain.contains))))
    case .count(let count):
      return thinned(try lay(chosen(count: count)))
    case .automatic:
      // As many as fit: each attempt asks for fewer.
      let (room, most) = scale.axis == .x ? (context.points(170), 7) : (context.points(115), 6)
      var count = min(most, max(2, Int(min(scale.length / max(room, 1e-9), 100))))
      while true {
        let ticks = try lay(chosen(count: count))
        if count <= 2 || !overlaps(ticks) { return thinned(ticks) }
        count -= 1
      }
    }
  }

  private func chosen(count: Int) -> [Tick] {
    if case .band(let categories) = axis.scale {
      return categories.enumerated().map { Tick(Double($0), $1) }
    }
    let values = scale.niceValues(count: min(max(count, 1), 100))
    let step = scale.spacing == .linear && values.count > 1 ? values[1] - values[0] : nil
    return numbered(values, step: step)
  }

  /// Values with their numbers.
  ///
  /// - Parameter step: the distance of neighbours where it is the same for all, which sets the decimals of all.
  private func numbered(_ values: [Double], step: Double? = nil) -> [Tick] {
    let arePowers = scale.spacing == .log && values.count > 1 && values.allSatisfy(isPowerOfTen)
    let format = arePowers && axis.format == .automatic ? .power : axis.format
    let decimals = step.map { NiceStep(span: $0, count: 1).decimals }
    return values.map { Tick($0, Bilingual(stringLiteral: format.string($0, decimals: decimals))) }
  }

  private func isPowerOfTen(_ value: Double) -> Bool {
    NumberFormat.power.string(value).hasPrefix("$10^")
  }

  private func lay(_ ticks: [Tick]) throws(PlottingError) -> [LaidAxis.LaidTick] {
    var style = TextStyle.tick(in: context.theme)
    var width: Double?
    if scale.spacing == .band {
      style.tint = .ink
      width = scale.axis == .x ? scale.step * 0.92 : labelWidth
    }
    style.alignment = scale.axis == .x ? .center : .trailing
    var laid: [LaidAxis.LaidTick] = []
    for tick in ticks {
      guard let position = try scale.position(of: tick.value) else { continue }
      let label = try context.text(tick.label, style, width: width)
      laid.append(.init(value: tick.value, position: position, label: label))
    }
    return laid
  }

  // MARK: - Room

  private func overlaps(_ ticks: [LaidAxis.LaidTick]) -> Bool {
    thinned(ticks).contains { $0.label == nil }
  }

  /// The ticks, without the labels that would touch the one before.
  private func thinned(_ ticks: [LaidAxis.LaidTick]) -> [LaidAxis.LaidTick] {
    let gap = context.points(scale.axis == .x ? 14 : 2)
    var taken: [ClosedRange<Double>] = []
    return ticks.map { tick in
      guard let size = tick.label?.size else { return tick }
      let half = (scale.axis == .x ? size.width : size.height) / 2
      let reach = tick.position - half - gap / 2...tick.position + half + gap / 2
      if taken.contains(where: reach.overlaps) {
        var bare = tick
        bare.label = nil
        return bare
      }
      taken.append(reach)
      return tick
    }
  }
}
