import Detection
import Localization
import Plotting

/// How a cost grows with the size of the image, beside a line from nothing to the largest: growth in proportion.
///
/// - Parameter costs: at least one, by the size of the image.
public func costChart(_ costs: [ForwardCost], _ measure: (ForwardCost) -> Double) -> Chart {
  let points = costs.map { (Double($0.pixels) / 1e6, measure($0)) }, last = points[points.count - 1]
  return Chart(
    x: Axis(label: Bilingual(ko: "백만 픽셀", en: "million pixels"), scale: .linear(0...1.2)),
    y: Axis(scale: .fitting([1.15 * last.1], including: 0)), legend: .inside(.bottomTrailing)
  ) {
    Line([(0, 0), last]).tint(.muted).dash(.dashed).label(Bilingual(ko: "픽셀에 비례", en: "in proportion"))
    Line(points).tint(.accent).width(5)
    Dot(points).tint(.accent).label(Bilingual(ko: "잰 값", en: "measured"))
  }
}
