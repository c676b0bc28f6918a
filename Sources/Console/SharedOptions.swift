import ArgumentParser
import Localization

/// The language, asked for by every command.
package struct LanguageOptions: ParsableArguments {
  @Option(
    ko: "읽을 언어. 말하지 않으면 로캘을 따르고, 다른 언어의 로캘이면 영어입니다",
    en: "language to read in; where not said, the locale's, or English for other languages")
  package var lang: Language?

  package init() {}

  package var language: Language { lang ?? .ofThisProcess }

  /// These options as they are typed.
  var arguments: [String] { lang.map { ["--lang", $0.rawValue] } ?? [] }
}

/// Whether what is kept in a record is computed again, asked for by every command.
package struct TrainingOptions: ParsableArguments {
  @Flag(help: .init(ko: "기록해 둔 훈련 결과를 쓰지 않고 다시 훈련합니다", en: "train again instead of taking results from the record"))
  package var train = false

  package init() {}

  /// These options as they are typed.
  var arguments: [String] { train ? ["--train"] : [] }
}

/// What every command of a chapter is asked along with its own options.
package protocol CommonOptions {
  var language: LanguageOptions { get }
  var training: TrainingOptions { get }
}

/// Whether pages are written or only looked at.
package struct WeaveOptions: ParsableArguments, CommonOptions {
  @OptionGroup package var language: LanguageOptions
  @OptionGroup package var training: TrainingOptions

  @Flag(
    help: .init(ko: "쓰지 않고, 글과 그림이 지금의 것인지만 봅니다", en: "write nothing: only check that pages and figures are today's")
  )
  package var check = false

  package init() {}

  /// These options as they are typed, for the `weave` of a chapter.
  package var arguments: [String] { language.arguments + training.arguments + (check ? ["--check"] : []) }
}
