import ArgumentParser
import Console

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
