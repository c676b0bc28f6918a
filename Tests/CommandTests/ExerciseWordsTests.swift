import Chapters
import Exercises
import Grading
import Literate
import Localization
import Testing

@testable import Workbook

/// What the words of exercises tell their readers to type.
@Suite(.timeLimit(.minutes(30))) struct ExerciseWordsTests {
  @Test("every command can be typed as it stands, with a person's numbers", arguments: Repository.own.chapters)
  func commands(chapter: Chapter) async throws {
    let exercises = Exercise.ofChapter(chapter.number)
    let words = try Words(of: chapter, references: .book(in: .own))
    let commands = Language.allCases.flatMap { words[$0]?.quotedCommands(for: exercises, Seed(1)) ?? [] }
    try #require(!commands.isEmpty)
    let program = Program(name: chapter.product)
    let help = try await program.run("help", "read", "--lang", "en").output
    for words in Set(commands.map(\.words)) {
      switch words.first {
      case chapter.product where words.count > 1 && ["exercises", "check", "hint", "watch"].contains(words[1]):
        #expect(words.count == 2 || exercises.contains { "\($0.id)" == words[2] }, "\(words)")
      case chapter.product:
        let outcome = try await program.run(Array(words.dropFirst()))
        #expect(outcome.status == 0, "\(words): \(outcome.complaint)")
      case let option? where option.hasPrefix("--"): #expect(help.contains("\(option) "), "\(words)")
      default: Issue.record("not a command of \(chapter.product): \(words)")
      }
    }
  }
}
