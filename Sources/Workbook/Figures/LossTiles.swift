import Literate
import Localization
import Plotting

/// Many losses of one size, drawn as tiles whose area is the loss.
public struct LossTiles: Sendable {
  public var name: Bilingual
  /// At least 1.
  public var count: Int
  /// The loss of one, above 0.
  public var each: Double
  public var tint: Tint

  public init(_ name: Bilingual, count: Int, each: Double, tint: Tint) {
    (self.name, self.count, self.each, self.tint) = (name, count, each, tint)
  }

  /// Tiles that are drawn: of more, none could be told from its neighbour, so each stands for several.
  var drawn: Int { min(count, 2500) }
  var side: Double { (Double(count) * each / Double(drawn)).squareRoot() }
  /// From one tile to the next. The gap between them is no loss.
  var pitch: Double { drawn > 1 ? 1.16 * side : side }
  /// Tiles in a row: a field a little wider than high.
  var columns: Int { Int((1.6 * Double(drawn)).squareRoot().rounded(drawn > 1 ? .up : .down)) }
  var width: Double { Double(columns) * pitch }
  var height: Double { Double((drawn + columns - 1) / columns) * pitch }

  /// `1,000 × 0.1 = 100`
  var sum: String {
    let total = "\(Double(count) * each, .atMost(3), in: .prose)"
    return count == 1 ? total : "\(Double(count), .integer, in: .prose) × \(each, .atMost(3), in: .prose) = \(total)"
  }

  /// Its tiles from the lower left corner (x, 0) on, row by row.
  func marks(x: Double) -> [RectMark] {
    (0..<drawn).map { index in
      let (left, bottom) = (x + Double(index % columns) * pitch, Double(index / columns) * pitch)
      return RectMark(x: left...(left + side), y: bottom...(bottom + side), opacity: 1).tint(tint).width(0)
    }
  }
}

/// Losses side by side, all at one scale: what takes more of the picture has more of the loss.
public func lossTiles(_ groups: [LossTiles]) -> Chart {
  let height = groups.map(\.height).max() ?? 1
  let widths = groups.map { 0.18 * height + max($0.width, 0.4 * height) }
  let starts = widths.indices.map { widths[..<$0].reduce(0, +) }
  // The last one's words may be wider than its tiles.
  let end = max((starts.last ?? 0) + max(groups.last?.width ?? 1, 0.9 * height), height)
  return Chart(x: .hidden(.linear(0...end)), y: .hidden(.linear((-0.2 * height)...height)), aspect: .equal) {
    for (group, start) in zip(groups, starts) {
      group.marks(x: start)
      TextMark(
        group.name.map { "**\($0)**\n\(group.sum)" }, x: start, y: -0.03 * height, anchor: .topLeading,
        tint: group.tint, size: 38)
    }
  }
}
