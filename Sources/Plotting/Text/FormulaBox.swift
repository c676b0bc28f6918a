import Formula
import Localization

/// A formula laid out at `size` points, within a line or on a line of its own.
///
/// - Throws: `PlottingError` that quotes the formula and says what to mend.
package func formulaBox(
  _ latex: String, size: Double, measurer: any TextMeasuring, display: MathDisplay = .inline
) throws(PlottingError) -> MathBox {
  do throws(MathError) {
    return try MathExpression(latex: latex).layout(size: size, measuring: FormulaMeasurer(measurer), display: display)
  } catch {
    throw PlottingError(
      .formula(
        latex,
        why: Bilingual(
          ko: "\(error.offset + 1)번째 글자: \(error.korean)", en: "Character \(error.offset + 1): \(error.english)")))
  }
}
