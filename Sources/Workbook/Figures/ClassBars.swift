import Localization
import Plotting

/// Two bars that are compared again and again: objects, and backgrounds, in the colours that they have in the whole book.
///
/// - Parameters:
///   - label: what the bars measure.
///   - top: the value that the axis reaches at least, so that charts side by side can be compared.
///   - values: how the number above each bar is written.
public func classBars(
  objects: Double, backgrounds: Double, label: Bilingual, top: Double = 0, values: NumberFormat = .automatic
) -> Chart {
  Chart(
    x: Axis(scale: .band([.objects, .backgrounds])),
    y: Axis(label: label, scale: .fitting([1.1 * objects, 1.1 * backgrounds, 1.1 * top], including: 0))
  ) {
    Bar([objects, backgrounds], highlights: [0: .objects, 1: .backgrounds], values: values)
  }
}

extension Tint {
  /// The colour of objects in the whole book.
  public static let objects = Tint.series(1)
  /// The colour of backgrounds in the whole book.
  public static let backgrounds = Tint.series(0)
}
