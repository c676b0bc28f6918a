/// The proportions of a formula, in em.
///
/// - Source: after Knuth, *The TeXbook*, appendix G, with the parameters of Computer Modern rounded.
enum MathMetrics {
  /// Height of fraction bars, minus signs and the middle of brackets above the baseline.
  static let axis = 0.25
  static let xHeight = 0.43
  /// Thickness of bars and pens.
  static let rule = 0.045

  static let superscriptShift = 0.38
  static let displaySuperscriptShift = 0.42
  static let subscriptShift = 0.16
  static let subscriptShiftBelowSuperscript = 0.25
  /// How far a superscript's baseline hangs below the top of a tall base.
  static let superscriptDrop = 0.27
  /// How far a subscript's baseline hangs below the bottom of a tall base.
  static let subscriptDrop = 0.05
  /// Slanted letters lean out of their box by so much; superscripts make way.
  static let slant = 0.06
  static let spaceAfterScript = 0.05

  static let numeratorShift = 0.42
  static let denominatorShift = 0.36
  static let displayNumeratorShift = 0.68
  static let displayDenominatorShift = 0.69
  /// What a fraction keeps free on both sides.
  static let fractionPadding = 0.12

  static let limitGap = 0.16
  static let displayOperatorScale = 1.4

  /// What rows reach at least above and below their baselines, and the least space between them.
  static let strutAscent = 0.7
  static let strutDescent = 0.3
  static let rowGap = 0.25
  static let columnGap = 1.0
}

/// How large a row is set, and whether it has room: TeX's styles.
struct MathSize {
  enum Level: Int {
    case display, text, script, scriptOfScript
  }

  var level: Level
  /// The size of ordinary text, in points.
  var base: Double

  /// An em of this level, in points. Scripts are never smaller than 0.55 of the text.
  var em: Double {
    switch level {
    case .display, .text: base
    case .script: 0.7 * base
    case .scriptOfScript: 0.55 * base
    }
  }

  /// The size of sub- and superscripts.
  var script: MathSize { MathSize(level: level == .display || level == .text ? .script : .scriptOfScript, base: base) }
  /// The size of what stands above and below a bar.
  var fraction: MathSize { level == .display ? MathSize(level: .text, base: base) : script }
  /// The same size without the room of a display.
  var cell: MathSize { level == .display ? MathSize(level: .text, base: base) : self }

  var isScript: Bool { level == .script || level == .scriptOfScript }
}
