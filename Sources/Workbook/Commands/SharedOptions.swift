import ArgumentParser
import Console
import Localization
import Plotting

/// The language, asked for by every command.
struct LanguageOptions: ParsableArguments {
  @Option(ko: "읽을 언어. 말하지 않으면 로캘을 따릅니다", en: "language to read in; the locale's where not said")
  var lang: Language?

  var language: Language { lang ?? .ofThisProcess }
}

/// Whether what is kept in a record is computed again, asked for by every command.
struct TrainingOptions: ParsableArguments {
  @Flag(help: .init(ko: "기록해 둔 훈련 결과를 쓰지 않고 다시 훈련합니다", en: "train again instead of taking results from the record"))
  var train = false
}

/// How a chapter is read.
struct ReadOptions: ParsableArguments {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var training: TrainingOptions

  @Option(in: 10...1000, ko: "한 줄의 칸 수. 말하지 않으면 터미널의 너비", en: "cells in a line; the terminal's where not said")
  var width: Int?

  @Flag(help: .init(ko: "색과 그림 없이 글자만", en: "text alone: no colours, no pictures"))
  var plain = false

  @Option(
    in: 1...2, ko: "α, ×처럼 너비가 정해지지 않은 글자의 칸 수", en: "cells of letters of ambiguous width, such as α and ×")
  var ambiguousWidth = 1
}

/// How claims and values are listed.
struct ListOptions: ParsableArguments {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var training: TrainingOptions
}

/// Which figures are drawn, and how they are written.
struct DrawOptions: ParsableArguments {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var training: TrainingOptions

  @Argument(help: .init(ko: "그릴 그림의 이름 (기본: 모두)", en: "names of the figures to draw (default: all)"))
  var names: [String] = []

  @Flag(help: .init(ko: "그리지 않고 그림의 이름과 슬라이드를 적습니다", en: "draw nothing: list the figures and their slides"))
  var list = false

  @Option(
    help: .init(
      ko: "그림을 쓸 폴더. 말하지 않으면 figures, 무엇이든 바꾸었으면 figures/.play",
      en: "folder to write figures to; where not said, figures, or figures/.play if anything was changed"),
    transform: { text throws(ParameterError) in
      guard !text.isEmpty else { throw .emptyPath }
      return text
    })
  var out: String?

  @Option(ko: "파일 형식", en: "file format") var format = FigureFormat.png

  @Option(
    parsing: .unconditional, help: .init(ko: "크기, 점 단위의 너비x높이", en: "size, width x height in points"),
    transform: FigureSize.init(typed:))
  var size = FigureSize.slide

  @Option(in: 0.1...8, ko: "PNG의 배율: 점 하나의 화소 수", en: "scale of a PNG: pixels for each point") var scale = 1.0

  @Option(ko: "색 구성", en: "colours") var theme = ThemeName.light

  @Option(ko: "배경: 색 구성의 바탕색 또는 투명", en: "what lies behind: the theme's colour, or nothing")
  var background = BackgroundName.theme

  /// As the committed figures are.
  var areCommittedForm: Bool {
    out == nil && format == .png && size == .slide && scale == 1 && theme == .light && background == .theme
  }
}

enum FigureFormat: String, CaseIterable, Sendable {
  case png, svg, pdf
}

enum ThemeName: String, CaseIterable, Sendable {
  case light, dark
}

enum BackgroundName: String, CaseIterable, Sendable {
  case theme, transparent
}

/// `1920x1080`: width and height in points.
struct FigureSize: Hashable, Sendable, CustomStringConvertible {
  let width: Int
  let height: Int

  static let slide = FigureSize(width: 1920, height: 1080)
  /// Below, no label can be read; above, hardly a viewer opens the file.
  static let range = 100...16_384

  private init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  @Sendable init(typed text: String) throws(ParameterError) {
    let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      Self.range.contains(width), Self.range.contains(height)
    else { throw .notASize(Self.range) }
    self.init(width: width, height: height)
  }

  var description: String { "\(width)x\(height)" }
  var size: Size { Size(width: Double(width), height: Double(height)) }
}
