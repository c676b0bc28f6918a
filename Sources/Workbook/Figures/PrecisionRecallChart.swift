import Localization
import Plotting

/// Precision over recall: after each detection, and, in steps, the highest precision at each recall or above, whose mean
/// is AP.
///
/// - Parameter detections: recall and precision after each of them, the highest score first.
public func precisionRecallChart(_ detections: [(recall: Double, precision: Double)]) -> Chart {
  let steps = precisionSteps(detections)
  let ticks = Ticks.at([0, 0.25, 0.5, 0.75, 1])
  return Chart(
    x: Axis(label: .recall, scale: .linear(0...1), ticks: ticks),
    y: Axis(label: .precision, scale: .linear(0...1.05), ticks: ticks), legend: .top
  ) {
    Area(steps).tint(.objects).opacity(0.2)
    Line(steps).tint(.objects).width(6).label(
      Bilingual(ko: "그 재현율 이상에서 가장 높은 정밀도", en: "highest precision at this recall or above"))
    Dot(detections.map { ($0.recall, $0.precision) }).tint(.ink).marker(.circle).width(16).label(
      Bilingual(ko: "상자 하나를 더할 때마다", en: "after each box"))
  }
}

/// The corners of the highest precision at each recall or above, from recall 0 to 1; it is 0 where a recall is not reached.
func precisionSteps(_ detections: [(recall: Double, precision: Double)]) -> [DataPoint] {
  var corners = [DataPoint(1, 0)]
  var highest = 0.0
  for (recall, precision) in detections.reversed() {
    if precision > highest {
      corners += [DataPoint(recall, highest), DataPoint(recall, precision)]
      highest = precision
    }
  }
  return (corners + [DataPoint(0, highest)]).reversed()
}
