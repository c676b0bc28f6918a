import Formula
import Plotting

/// Measures letters with the fonts that will draw them.
public struct PangoMeasurer: TextMeasuring, Sendable {
  public init() {}

  /// The run's advance, and the reach of its role's font (the same for every string).
  public func extent(of string: String, font: Font) -> TextExtent {
    TypesetterPool.shared.borrow { typesetter in
      let reach = typesetter.reach(of: font)
      return TextExtent(width: typesetter.width(of: string, font: font), ascent: reach.ascent, descent: reach.descent)
    }
  }
}

extension PangoMeasurer: MathMeasuring {
  /// The run's advance, and how far its own ink reaches: formulas are built as tightly as their letters allow.
  public func extent(ofMath run: String, style: MathStyle, size: Double) -> MathExtent {
    guard !run.isEmpty else { return MathExtent(width: 0, ascent: 0, descent: 0) }
    return TypesetterPool.shared.borrow { typesetter in
      typesetter.withLine(run, font: style.font(size: size)) { line in
        let ink = line.ink
        return MathExtent(width: line.width, ascent: ink.ascent, descent: ink.descent)
      }
    }
  }
}
