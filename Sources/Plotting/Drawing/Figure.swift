import Localization

/// What lies behind a figure.
public enum SceneBackground: Sendable, Hashable {
  /// The theme's own background.
  case theme
  /// Nothing: the slide shows through.
  case transparent
}

/// One picture of a chapter: its name, what is told about it, and what it draws.
///
/// ```swift
/// let figure = Figure(
///   name: "crossEntropyOfPt",
///   title: Bilingual(ko: "정답 확률과 손실", en: "Loss against $p_t$"),
///   content: Chart(x: …, y: …) { Line(over: 0...1) { -log($0) } })
/// let scene = try figure.scene(language: .en, measurer: NominalMeasurer())
/// ```
public struct Figure: Sendable {
  /// Names its files, and the figure in prose: `focalCurves`.
  public var name: String
  /// Drawn at the top left; may hold `$formulas$`.
  public var title: Bilingual
  /// Where its numbers are from, or a remark; drawn small at the bottom left.
  public var note: Bilingual?
  public var content: any Drawable

  public init(
    name: String, title: Bilingual, note: Bilingual? = nil, content: any Drawable
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.content = content
  }

  /// The figure laid out.
  ///
  /// - Parameter size: in points, each side from 1 to 32768. Type and lines grow with the smaller of width / 1920 and
  ///   height / 1080.
  /// - Throws: `PlottingError` that names the figure and what to change.
  public func scene(
    size: Size = .slide, theme: Theme = .light, background: SceneBackground = .theme, language: Language,
    measurer: any TextMeasuring
  ) throws(PlottingError) -> Scene {
    guard (1...32768).contains(size.width), (1...32768).contains(size.height) else {
      throw PlottingError(.size(size), figure: name)
    }
    let context = DrawingContext(
      language: language, theme: theme, measurer: measurer, unit: DrawingContext.unit(for: size))
    let color: Color? =
      switch background {
      case .theme: theme.background
      case .transparent: nil
      }
    do throws(PlottingError) {
      let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
        .inset(
          left: context.points(72), top: context.points(60), right: context.points(72), bottom: context.points(56))
      let titled = Titled(title, note: note, role: .figure, content: content)
      return Scene(size: size, background: color, elements: try titled.elements(in: page, context: context))
    } catch {
      throw error.naming(name)
    }
  }
}
