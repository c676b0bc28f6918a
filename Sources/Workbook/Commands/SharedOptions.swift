import ArgumentParser
import Console
import Plotting

/// How a chapter is read.
struct ReadOptions: ParsableArguments, CommonOptions {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var training: TrainingOptions
  @OptionGroup var layout: LayoutOptions
}

/// How claims and values are listed.
struct ListOptions: ParsableArguments, CommonOptions {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var training: TrainingOptions
}

extension FigureSize {
  var size: Size { Size(width: Double(width), height: Double(height)) }
}
