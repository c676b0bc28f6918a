import ArgumentParser
import Console
import Localization

/// `session plan --exercises 3.1,3.4 [--minutes 40]`
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: Bilingual(
        ko: "고른 문제에 걸리는 시간과, 먼저 풀어야 할 문제를 봅니다.",
        en: "See how long exercises take together, and what each needs first.")[.ofThisProcess])
  }

  @OptionGroup var options: LanguageOptions

  @Option(
    help: .init(ko: "문제: 3.1,3.4 또는 3.1-3.4, 장 전체는 3", en: "exercises: 3.1,3.4 or 3.1-3.4; 3 for a whole chapter"))
  var exercises: String

  @Option(in: 1...10_000, ko: "모임의 시간, 분", en: "how long the session lasts, in minutes") var minutes: Int?

  func run() throws {
    let book = try Book.read()
    let ids = try ExerciseSelection.ids(exercises, among: book.ids)
    let plan = SessionPlan(exercises: book.exercises(ids), budget: minutes, book: book.exercises)
    let language = options.language
    StandardStreams.print(PlanReport(plan: plan, title: { book.title(of: $0, language) }, language: language).text)
  }
}
