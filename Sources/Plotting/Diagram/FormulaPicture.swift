import Formula
import Localization

/// A large formula, its parts coloured and called by their names.
///
/// ```swift
/// FormulaPicture(#"-\part{alpha}{\alpha_t}\,\part{factor}{(1-p_t)^\gamma}\,\log(p_t)"#) {
///   CallOut("alpha", Bilingual(ko: "균형 가중치", en: "weighting factor"), tint: .series(2))
///   CallOut("factor", Bilingual(ko: "조절 인자", en: "modulating factor"), tint: .series(1))
/// }
/// ```
public struct FormulaPicture: Drawable {
  /// Size of the formula's letters in units, where there is room for it.
  public static let largestType = 136.0
  /// The least that leaves scripts, seven tenths as large, legible.
  public static let smallestType = 26.0
  /// How much larger call-outs are than other labels, where there is room for it.
  public static let largestCallOut = 1.4

  let latex: Bilingual
  let callOuts: [CallOut]

  /// - Parameter latex: one text where both languages write the same; two where words stand in the formula.
  public init(_ latex: Bilingual, @CallOutBuilder callOuts: () -> [CallOut] = { [] }) {
    self.latex = latex
    self.callOuts = callOuts()
  }

  /// - Throws: `PlottingError` where the formula cannot be read, a call-out names no part of it, or the frame is too
  ///   small for it to be legible.
  public func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement] {
    guard frame.width > 0, frame.height > 0 else { return [] }
    let natural = try formula(share: 1, context: context)
    let widest = min(1, 0.96 * frame.width / max(natural.extent.width, 1))
    // First the formula makes room for large call-outs, then these shrink to the size of other labels.
    for scale in [Self.largestCallOut, 1.2, 1] {
      for step in 0..<20 {
        let share = widest * (1 - 0.025 * Double(step))
        guard Self.largestType * share >= Self.smallestType else { break }
        let box = try formula(share: share, context: context)
        let drawing = try drawing(of: box, scale: scale, width: frame.width, context: context)
        if drawing.height <= frame.height, !drawing.isCrowded {
          return drawing.elements(in: frame)
        }
      }
    }
    throw PlottingError(.other(Self.tooLarge))
  }

  /// - Parameter share: of the largest size.
  private func formula(share: Double, context: DrawingContext) throws(PlottingError) -> MathBox {
    try formulaBox(
      latex[context.language], size: context.points(Self.largestType * share), measurer: context.measurer,
      display: .block)
  }

  private func drawing(
    of box: MathBox, scale: Double, width: Double, context: DrawingContext
  ) throws(PlottingError) -> FormulaDrawing {
    var scaled = context
    scaled.unit *= scale
    var marks: [FormulaDrawing.Mark] = []
    for callOut in callOuts {
      guard let part = box.parts[callOut.part] else { throw missingPart(callOut.part, of: box) }
      let rect = Rect(x: part.x, y: part.y, width: part.width, height: part.height)
      marks.append(.init(block: try CallOutBlock(callOut, context: scaled), part: rect))
    }
    return FormulaDrawing(box: box, marks: marks, width: width, context: scaled)
  }

  private func missingPart(_ name: String, of box: MathBox) -> PlottingError {
    let near = nearestName(to: name, among: box.parts.keys)
    return PlottingError(
      .other(
        Bilingual(
          ko: "설명이 가리키는 부분이 수식에 없습니다: “\(name)”." + (near.map { " 혹시 “\($0)”입니까?" } ?? " \\part{\(name)}{…}로 감싸십시오."),
          en: "a call-out names a part “\(name)” that the formula does not have."
            + (near.map { " Did you mean “\($0)”?" } ?? " Put \\part{\(name)}{…} around it."))))
  }

  private static let tooLarge = Bilingual(
    ko: "수식과 설명이 읽을 수 있는 크기로는 들어가지 않습니다. 설명을 줄이거나 그림을 나누십시오.",
    en: "the formula and its call-outs do not fit at a legible size. Shorten the call-outs or split the picture.")
}

/// Collects call-outs.
@resultBuilder
public enum CallOutBuilder {
  public static func buildBlock(_ callOuts: CallOut...) -> [CallOut] { callOuts }
}
