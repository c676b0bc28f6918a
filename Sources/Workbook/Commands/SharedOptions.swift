import ArgumentParser
import Console
import Plotting

/// How a chapter is read.
struct ReadOptions: ParsableArguments, CommonOptions {
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
struct ListOptions: ParsableArguments, CommonOptions {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var training: TrainingOptions
}

extension FigureSize {
  var size: Size { Size(width: Double(width), height: Double(height)) }
}
