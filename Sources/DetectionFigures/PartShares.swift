import Detection
import Plotting

/// The share of each part of a detector, in its colour.
///
/// - Parameter shares: of `DetectorPart.allCases`, each in [0, 1].
public func partShares(_ shares: [Double], upTo top: Double) -> Chart {
  let parts = DetectorPart.allCases
  return Chart(
    x: Axis(scale: .linear(0...top), format: .percent(0)),
    y: Axis(scale: .band(parts.map(\.name)), direction: .descending)
  ) {
    Bar(
      shares, highlights: Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($0, $1.tint) }),
      orientation: .horizontal, values: .percent(0))
  }
}
