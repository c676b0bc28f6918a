import Testing

@testable import Workbook

private struct Sliders: ChapterParameters {
  @Option(in: 0...1, ko: "알파", en: "alpha") var alpha = 0.75
  @Option(in: 1...100, ko: "배경", en: "backgrounds") var negatives = 10
}

/// What the prose tells readers to type is read by the chapter's own parser.
@Suite struct QuotedCommandTests {
  private func complaint(_ line: String) -> String? {
    ChapterCommand<Sliders>.complaint(
      about: line.split(separator: " ").map(String.init), number: 3, chapters: [3, 4], figures: ["curves"],
      exercises: ["3.1", "3.2"])?.en
  }

  @Test(
    "what can be typed",
    arguments: [
      "chapter3", "chapter3 --alpha 0.5 --negatives 10", "chapter3 --help", "chapter3 --lang en claims --alpha 1",
      "chapter3 figures curves --theme dark", "chapter3 weave --check", "chapter4 --anything 1", "workbook doctor",
      "chapter3 hint 3.2", "chapter3 check", "--alpha", "--alpha 0.5", "--theme dark", "--check", "--list", "--width",
    ])
  func good(line: String) {
    #expect(complaint(line) == nil)
  }

  @Test(
    "a stale option, a value out of its range, an unknown command, figure or chapter",
    arguments: [
      ("chapter3 --negative 10", "no option --negative. Did you mean --negatives?"),
      ("chapter3 --alpha 2", "cannot be used for --alpha"),
      ("chapter3 --negatives 1,000", "cannot be used for --negatives"), ("chapter3 --alpha", "no value"),
      ("chapter3 weave --alpha 0.5", "no option --alpha"), ("chapter3 clams", "Did you mean claims?"),
      ("chapter3 figures curve", "Did you mean “curves”?"), ("chapter5", "There is no chapter5"),
      ("chapter3 check 3.3", "no exercise “3.3”"),
      ("--gama", "no option --gama"), ("--alpha 2", "cannot be used for --alpha"),
      ("--theme drak", "cannot be used for --theme"),
    ])
  func bad(line: String, words: String) {
    #expect(complaint(line)?.contains(words) == true, "\(complaint(line) ?? "nothing")")
  }
}
