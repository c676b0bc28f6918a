import Formula
import Plotting

/// Measures letters with the fonts that will draw them.
public struct PangoMeasurer: TextMeasuring, Sendable {
  public init() {}

  /// The run's advance, and the reach of its role's font (the same for every string).
  public func extent(of string: String, font: Font) -> TextExtent {
    TypesetterPool.shared.borrow { typesetter in
      let reach = typesetter.reach(of: font)
      return TextExtent(
        width: typesetter.measure(string, font: font).width, ascent: reach.ascent, descent: reach.descent)
    }
  }
}

extension PangoMeasurer: MathMeasuring {
  /// The run's advance, and how far its own ink reaches: formulas are built as tightly as their letters allow.
  public func extent(ofMath run: String, style: MathStyle, size: Double) -> MathExtent {
    let extent = TypesetterPool.shared.borrow { $0.measure(run, font: style.font(size: size)) }
    return MathExtent(width: extent.width, ascent: extent.inkAscent, descent: extent.inkDescent)
  }
}
