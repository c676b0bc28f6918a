import Plotting

/// Sizes of a page and of what stands on it, in points.
struct PageFormat: Sendable {
  var size = Size(width: 595.276, height: 841.89)
  var margins = (left: 62.0, top: 64.0, right: 62.0, bottom: 62.0)
  var body = 10.5
  var small = 9.0
  var code = 9.5
  /// Longer lines of code are broken rather than made smaller.
  var smallestCode = 8.4
  /// From baseline to baseline of running text; Korean letters fill their squares and want air.
  var line = 17.0

  static let a4 = PageFormat()

  var width: Double { size.width - margins.left - margins.right }
  var height: Double { size.height - margins.top - margins.bottom }

  /// Letters of a heading.
  func heading(_ level: Int) -> Double { level == 1 ? 17 : level == 2 ? 13.5 : 11.5 }
}
