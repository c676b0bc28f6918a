import Boxes
import Localization
import Plotting
import Workbook

/// The anchors of a cell, apart from one another: a row for each aspect ratio, a column for each octave scale, the cell in
/// each one's middle.
public func anchorShapesChart(_ generator: AnchorGenerator, at level: PyramidLevel) -> Chart {
  let shapes = generator.cellAnchors(at: level), scales = generator.octaveScales.count
  let heights = generator.aspectRatios.indices.map { shapes[($0 + 1) * scales - 1].height }
  let sum = heights.reduce(0, +), widest = shapes.map(\.width).max() ?? 1
  let gap = max(0.085 * sum, 0.04 * widest * Double(scales + 1))  // room for the words below a shape
  let tops = heights.indices.map { row in heights[..<row].reduce(gap) { $0 + $1 + gap } }
  let bottom = heights.reduce(gap) { $0 + $1 + gap }
  let width = max(1.35 * widest, 1.1 * bottom / Double(scales + 1))
  func label(_ box: Box) -> Bilingual {
    "\(box.width, .fixed(0), in: .prose) × \(box.height, .fixed(0), in: .prose)"
  }
  return Chart(
    x: .hidden(.linear(-0.6 * width...width * Double(scales))), y: .hidden(.linear(0...bottom), direction: .descending),
    aspect: .equal
  ) {
    TextMark(Bilingual(ko: "높이/너비", en: "height / width"), x: -0.3 * width, y: 0, anchor: .top)
    for (column, scale) in generator.octaveScales.enumerated() {
      TextMark(
        Bilingual(ko: "배율 ", en: "scale ").map { $0 + "\(scale, .fixed(2), in: .prose)" },
        x: (Double(column) + 0.5) * width, y: 0, anchor: .top)
    }
    for (row, ratio) in generator.aspectRatios.enumerated() {
      let middle = tops[row] + heights[row] / 2
      TextMark("**\(ratio, .atMost(3), in: .prose)**", x: -0.3 * width, y: middle)
      for column in 0..<scales {
        let (x, box) = ((Double(column) + 0.5) * width, shapes[row * scales + column])
        let half = Double(level.stride) / 2
        RectMark(x: (x - half)...(x + half), y: (middle - half)...(middle + half), opacity: 0.5).tint(.muted).width(0)
        RectMark(x: (x + box.xMin)...(x + box.xMax), y: (middle + box.yMin)...(middle + box.yMax))
          .tint(.series(row)).dash(.series(row)).width(4)
        TextMark(
          label(box), x: x, y: middle + box.yMax + 0.19 * gap, anchor: .top, tint: .series(row), size: 26)
      }
    }
  }
}
