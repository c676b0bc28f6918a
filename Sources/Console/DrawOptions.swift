import ArgumentParser
import Localization

/// Which figures are drawn, and how they are written.
package struct DrawOptions: ParsableArguments, CommonOptions {
  @OptionGroup package var language: LanguageOptions
  @OptionGroup package var training: TrainingOptions

  @Argument(help: .init(ko: "그릴 그림의 이름 (기본: 모두)", en: "names of the figures to draw (default: all)"))
  package var names: [String] = []

  @Flag(help: .init(ko: "그리지 않고 그림의 이름과 슬라이드를 적습니다", en: "draw nothing: list the figures and their slides"))
  package var list = false

  @Option(
    help: .init(
      ko: "그림을 쓸 폴더. 말하지 않으면 figures, 무엇이든 바꾸었으면 figures/.play",
      en: "folder to write figures to; where not said, figures, or figures/.play if anything was changed"),
    transform: { text throws(ParameterError) in
      guard !text.isEmpty else { throw .emptyPath }
      return text
    })
  package var out: String?

  @Option(ko: "파일 형식", en: "file format") package var format = FigureFormat.png

  @Option(
    parsing: .unconditional, help: .init(ko: "크기, 점 단위의 너비x높이", en: "size, width x height in points"),
    transform: FigureSize.init(typed:))
  package var size = FigureSize.slide

  @Option(in: 0.1...8, ko: "PNG의 배율: 점 하나의 픽셀 수", en: "scale of a PNG: pixels for each point") package var scale = 1.0

  @Option(ko: "색 구성", en: "colours") package var theme = ThemeName.light

  @Option(ko: "배경: 색 구성의 바탕색 또는 투명", en: "what lies behind: the theme's colour, or nothing")
  package var background = BackgroundName.theme

  package init() {}

  /// These options as they are typed, for the `figures` of a chapter.
  ///
  /// - Parameter names: those of the figures that the chapter has.
  package func arguments(drawing names: [String]) -> [String] {
    let form = [
      "--format=\(format.rawValue)", "--size=\(size)", "--scale=\(scale)", "--theme=\(theme.rawValue)",
      "--background=\(background.rawValue)",
    ]
    return language.arguments + training.arguments + (list ? ["--list"] : []) + (out.map { ["--out=\($0)"] } ?? [])
      + form
      + names
  }

  /// As the committed figures are.
  package var areCommittedForm: Bool {
    out == nil && format == .png && size == .slide && scale == 1 && theme == .light && background == .theme
  }
}
