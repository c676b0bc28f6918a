import Localization

/// One series in a legend: its name, and a sample of how it is drawn.
public struct LegendEntry: Sendable {
  public var label: Bilingual
  public var tint: Tint
  /// Where its curve ends in the plot, if it is a curve.
  public var end: Point?
  /// The sample, in a box.
  public var swatch: @Sendable (Rect, DrawingContext) -> [SceneElement]

  public init(
    label: Bilingual, tint: Tint, end: Point?, swatch: @escaping @Sendable (Rect, DrawingContext) -> [SceneElement]
  ) {
    self.label = label
    self.tint = tint
    self.end = end
    self.swatch = swatch
  }
}

/// Where the names of a chart's series stand.
public enum Legend: Sendable, Hashable {
  /// At the ends of the curves where there is room, else in an empty corner of the plot, else above it.
  case automatic
  /// At the ends of the curves; above the plot where they would not fit.
  case direct
  /// In a corner of the plot, empty or not.
  case inside(Corner)
  /// In a row above the plot.
  case top
  case none

  public enum Corner: Sendable, Hashable, CaseIterable { case topTrailing, topLeading, bottomTrailing, bottomLeading }
}

extension [LegendEntry] {
  /// One entry for each name: a line and dots of the same series share theirs.
  var merged: [LegendEntry] {
    var merged: [LegendEntry] = []
    for entry in self {
      guard let index = merged.firstIndex(where: { $0.label == entry.label }) else {
        merged.append(entry)
        continue
      }
      let under = merged[index].swatch
      merged[index].swatch = { box, context in under(box, context) + entry.swatch(box, context) }
      merged[index].end = merged[index].end ?? entry.end
    }
    return merged
  }
}
