/// Measures formulas without a font: for tests, and wherever nothing is drawn.
public struct NominalMathMeasurer: MathMeasuring, Sendable {
  public init() {}

  public func extent(ofMath run: String, style: MathStyle, size: Double) -> MathExtent {
    let shapes = run.map(Self.shape)
    let slack = style == .bold ? 1.1 : 1
    return MathExtent(
      width: shapes.reduce(0) { $0 + $1.width } * size * slack, ascent: (shapes.map(\.ascent).max() ?? 0) * size,
      descent: (shapes.map(\.descent).max() ?? 0) * size)
  }

  /// Width, ascent and descent of a character in em, by the kind of letter that it is.
  private static func shape(_ character: Character) -> MathExtent {
    switch character {
    case "a", "c", "e", "m"..."o", "r"..."s", "u"..."x", "z", "α", "ε", "ι", "κ", "ν", "ο", "π", "σ", "τ", "υ", "ω":
      MathExtent(width: 0.5, ascent: 0.45, descent: 0.01)
    case "g", "j", "p", "q", "y", "γ", "η", "μ", "ρ", "φ", "χ":
      MathExtent(width: 0.5, ascent: 0.45, descent: 0.2)
    case "β", "ζ", "ξ", "ψ", "(", ")", "[", "]", "{", "}", "|": MathExtent(width: 0.4, ascent: 0.72, descent: 0.22)
    case "0"..."9": MathExtent(width: 0.5, ascent: 0.66, descent: 0.01)
    case "A"..."Z", "Α"..."Ω": MathExtent(width: 0.68, ascent: 0.69, descent: 0.01)
    case " ": MathExtent(width: 0.25, ascent: 0, descent: 0)
    case ".", ",": MathExtent(width: 0.28, ascent: 0.1, descent: 0.12)
    case "+", "−", "=", "<", ">", "≤", "≥", "≈", "×": MathExtent(width: 0.78, ascent: 0.55, descent: 0.05)
    case "∑", "∏", "∫": MathExtent(width: 0.8, ascent: 0.8, descent: 0.2)
    case "가"..."힣": MathExtent(width: 0.95, ascent: 0.8, descent: 0.1)
    default: MathExtent(width: 0.55, ascent: 0.7, descent: 0.02)
    }
  }
}
