import Formula

/// Chooses for each call-out whether it stands above or below the formula, and where along it.
///
/// All choices are tried: a picture has few call-outs. The best has lines that cross no other letters and lean little.
struct CallOutSides {
  let placed: [FormulaDrawing.Placed]
  let fits: Bool

  /// Beyond so many call-outs without a side of their own, sides alternate.
  private static let most = 10

  init(marks: [FormulaDrawing.Mark], box: MathBox, width: Double, gap: Double) {
    let marks = marks.sorted { $0.part.midX < $1.part.midX }
    // The formula's own middle is the picture's.
    let middle = box.extent.width / 2
    let room = (middle - width / 2)...(middle + width / 2)
    var best: (cost: Double, placed: [FormulaDrawing.Placed], fits: Bool) = (.infinity, [], true)
    for sides in Self.choices(for: marks) {
      let placed = zip(marks, sides).map { FormulaDrawing.Placed(mark: $0, side: $1, middle: 0) }
      let choice = Self.spread(placed, gap: gap, room: room, box: box)
      if choice.cost < best.cost { best = choice }
    }
    placed = best.placed
    fits = best.fits
  }

  private static func choices(for marks: [FormulaDrawing.Mark]) -> [[CallOut.Side]] {
    guard marks.count <= most else {
      return [marks.indices.map { marks[$0].block.callOut.side ?? ($0.isMultiple(of: 2) ? .above : .below) }]
    }
    return marks.reduce([[]]) { choices, mark in
      let sides = mark.block.callOut.side.map { [$0] } ?? CallOut.Side.allCases
      return choices.flatMap { choice in sides.map { choice + [$0] } }
    }
  }

  private static func spread(
    _ placed: [FormulaDrawing.Placed], gap: Double, room: ClosedRange<Double>, box: MathBox
  ) -> (cost: Double, placed: [FormulaDrawing.Placed], fits: Bool) {
    var result = placed
    var cost = 0.0
    var fits = true
    for side in CallOut.Side.allCases {
      let indices = placed.indices.filter { placed[$0].side == side }
      let spread = CallOutSpread(
        wishes: indices.map { placed[$0].mark.part.midX }, widths: indices.map { placed[$0].mark.block.size.width },
        gap: gap, room: room)
      for (index, middle) in zip(indices, spread.middles) { result[index].middle = middle }
      cost += 3 * spread.strain + (spread.fits ? 0 : 1e12)
      fits = fits && spread.fits
    }
    cost += placed.reduce(0) { $0 + wayOut(of: $1, through: box, past: placed) }
    let imbalance = abs(placed.filter { $0.side == .above }.count * 2 - placed.count)
    return (cost + 100 * Double(imbalance), result, fits)
  }

  /// What it costs to lead a line from the part out of the formula: a little for its length, and much where it crosses
  /// letters, other parts, or the call-out of a part that holds this one.
  private static func wayOut(
    of placed: FormulaDrawing.Placed, through box: MathBox, past others: [FormulaDrawing.Placed]
  ) -> Double {
    let part = placed.mark.part
    let way: Rect =
      switch placed.side {
      case .above:
        Rect(x: part.midX - 1, y: -box.extent.ascent, width: 2, height: max(0, part.minY + box.extent.ascent))
      case .below:
        Rect(x: part.midX - 1, y: part.maxY, width: 2, height: max(0, box.extent.descent - part.maxY))
      }
    let letters = box.items.filter { item in
      guard case .run(let text, _, let size, let x, let y) = item.shape else { return false }
      let letters = Rect(x: x, y: y - 0.6 * size, width: 0.5 * size * Double(text.count), height: 0.6 * size)
      return letters.intersects(way)
    }
    let crossed = others.filter { other in
      let isSame = other.mark.part == part
      let holds = other.side == placed.side && (other.mark.part.minX...other.mark.part.maxX).contains(part.midX)
      return !isSame && (holds || other.mark.part.intersects(way))
    }
    return 0.25 * way.height * way.height + 4e4 * Double(letters.count + crossed.count)
  }
}
