import Formula
import Plotting

/// Measures letters with the fonts that will draw them.
public struct PangoMeasurer: TextMeasuring, Sendable {
  public init() {}

  /// The run's advance, and the reach of its role's font (the same for every string).
  public func extent(of string: String, font: Font) -> TextExtent {
    TypesetterPool.shared.borrow { typesetter in
      let reach = typesetter.reach(of: font)
      let width = string.isEmpty ? 0 : typesetter.withLine(string, font: font) { $0.width }
      return TextExtent(width: width, ascent: reach.ascent, descent: reach.descent)
    }
  }
}

extension PangoMeasurer: MathMeasuring {
  /// The run's advance, and how far its own ink reaches: formulas are built as tightly as their letters allow.
  public func extent(ofMath run: String, style: MathStyle, size: Double) -> MathExtent {
    guard !run.isEmpty else { return MathExtent(width: 0, ascent: 0, descent: 0) }
    return TypesetterPool.shared.borrow { typesetter in
      typesetter.withLine(run, font: Font(style: style, size: size)) { line in
        let ink = line.ink
        return MathExtent(width: line.width, ascent: ink.ascent, descent: ink.descent)
      }
    }
  }
}

extension Font {
  /// The font of a formula's letters.
  public init(style: MathStyle, size: Double) {
    switch style {
    case .italic: self.init(.mathItalic, size: size)
    case .upright: self.init(.mathUpright, size: size)
    case .bold: self.init(.mathUpright, size: size, weight: .bold)
    }
  }
}
