import Literate
import Localization
import Plotting

extension DefaultStringInterpolation {
  /// A number within a label: `"$\\gamma = \(gamma, .atMost(2))$"`; outside of a formula, `in: .prose`.
  public mutating func appendInterpolation(_ number: Double, _ format: Format, in setting: Setting = .formula) {
    appendLiteral(format.text(of: number, in: setting))
  }
}

extension AxisScale {
  /// One place for each number, whatever lies between them.
  public static func band(_ numbers: [Double], _ format: Format) -> AxisScale {
    .band(numbers.map { Bilingual(stringLiteral: format.text(of: $0, in: .prose)) })
  }
}

extension Axis {
  /// The steps of a training, where the first ones matter most.
  public static func trainingSteps(_ steps: Int) -> Axis {
    let powers = [1, 10, 100, 1000, 10_000].filter { $0 <= steps }
    return Axis(
      label: .trainingStep, scale: .log(1...Double(max(steps, 2))), ticks: .at(powers.map(Double.init)),
      format: .fixed(0))
  }
}
