import Boxes
import Localization
import Plotting
import Workbook

extension DetectionScene {
  /// A box and what lies around it, in units.
  ///
  /// - Parameter margin: on each side, a share of its longer one.
  public func around(_ box: Box, by margin: Double) -> Landscape.Box {
    let region = region(of: box)
    let (width, height) = (region.x.upperBound - region.x.lowerBound, region.y.upperBound - region.y.lowerBound)
    let reach = max(margin * max(width, height), 0.5)
    return Landscape.Box(
      x: (region.x.lowerBound - reach)...(region.x.upperBound + reach),
      y: (region.y.lowerBound - reach)...(region.y.upperBound + reach))
  }

  // MARK: - Levels

  /// The cells of a level over the picture, and the anchors of the one in the middle, however far they reach.
  public func middleCell(of level: PyramidLevel, _ generator: AnchorGenerator) -> Chart {
    let grid = level.grid(for: size), stride = Double(level.stride)
    let middle = (x: (Double(grid.columns / 2) + 0.5) * stride, y: (Double(grid.rows / 2) + 0.5) * stride)
    let anchors = generator.cellAnchors(at: level).map {
      Box(centerX: middle.x, centerY: middle.y, width: $0.width, height: $0.height)
    }
    let cells = Box(xMin: 0, yMin: 0, xMax: Double(grid.columns) * stride, yMax: Double(grid.rows) * stride)
    let seen = anchors.reduce(cells) { $0.enclosing($1) }
    return chart(of: around(seen, by: 0.01)) {
      self.cells(of: level)
      anchors.map { mark($0).tint(.objects).width(2.5) }
    }
  }

  // MARK: - Assignment

  /// The centres of object and ignored anchors, objects without an anchor in a frame of their own, and below, how many
  /// anchors are what.
  public func centres(of anchors: BoxList, _ matches: [AnchorMatch], _ counts: AssignmentCounts) -> Chart {
    func dots(_ isWanted: (AnchorMatch) -> Bool) -> [(Double, Double)] {
      matches.indices.filter { isWanted(matches[$0]) }.map { middle(of: anchors[$0]) }
    }
    let words: [(name: Bilingual, count: Int, tint: Tint)] = [
      (Bilingual(ko: "● 객체 앵커", en: "● object anchors"), counts.object, .objects),
      (Bilingual(ko: "■ 무시되는 앵커", en: "■ ignored anchors"), counts.ignored, .series(2)),
      (Bilingual(ko: "그 밖의 모든 앵커: 배경", en: "all other anchors: background"), counts.background, .backgrounds),
    ]
    let bottom = frame.y.upperBound, line = 32.0  // as long as the longer side is 480
    let seen = Landscape.Box(
      x: 0...max(frame.x.upperBound, 300), y: 0...bottom + line * (Double(words.count) + 0.5))
    return chart(of: seen) {
      for (index, box) in objects.enumerated() {
        if counts.ofObjects[index] > 0 {
          outline(box)
        } else {
          let frame = Landscape.Box(framing: region(of: box), in: frame)
          frame.mark.tint(.series(3)).width(5).label(Bilingual(ko: "앵커 0개", en: "0 anchors"))
        }
      }
      Dot(dots { $0 == .ignored }).tint(.series(2)).marker(.square).width(9)
      Dot(dots { if case .object = $0 { true } else { false } }).tint(.objects).marker(.circle).width(10)
      for (row, word) in words.enumerated() {
        TextMark(
          word.name.map { "**\($0) \(Double(word.count), .integer, in: .prose)**" }, x: 4,
          y: bottom + line * (Double(row) + 0.7), anchor: .leading, tint: word.tint)
      }
    }
  }

  /// One object, and of all anchors those whose IoU with it is nearest to `overlaps`, with what they are assigned to.
  public func closeUp(
    _ object: Box, _ anchors: BoxList, _ matches: [AnchorMatch], near overlaps: [Double]
  ) -> Chart {
    let all = anchors.map { $0.intersectionOverUnion(object) }
    let chosen = overlaps.compactMap { iou in all.indices.min { abs(all[$0] - iou) < abs(all[$1] - iou) } }
    let hull = chosen.reduce(object) { $0.enclosing(anchors[$1]) }
    return chart(of: around(hull, by: 0.12)) {
      outline(object, width: 6, label: Bilingual(ko: "정답", en: "ground truth"))
      for anchor in chosen {
        let look = matches[anchor].look
        mark(anchors[anchor]).tint(look.tint).dash(look.dash).width(5)
          .label(look.name.map { "\($0): IoU \(all[anchor], .fixed(2), in: .prose)" })
      }
    }
  }
}

extension Landscape.Box {
  /// A little around a box, and no further than the picture.
  fileprivate init(framing box: Landscape.Box, in picture: Landscape.Box) {
    func framed(_ range: ClosedRange<Double>, _ picture: ClosedRange<Double>) -> ClosedRange<Double> {
      (range.lowerBound - 3...range.upperBound + 3).clamped(to: picture)
    }
    self.init(x: framed(box.x, picture.x), y: framed(box.y, picture.y))
  }
}

extension AnchorMatch {
  /// How a box of an anchor is drawn.
  fileprivate var look: (name: Bilingual, tint: Tint, dash: Dash) {
    switch self {
    case .object: (.object, .objects, .solid)
    case .ignored: (Bilingual(ko: "무시", en: "ignored"), .series(2), .dashed)
    case .background: (.background, .backgrounds, .shortDashed)
    }
  }
}
