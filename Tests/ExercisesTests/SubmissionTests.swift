import Chapters
import Exercises
import Testing

@testable import Grading

/// What readers hand in, built and run as theirs is: stubs, model solutions, and functions with a known mistake.
@Suite(.timeLimit(.minutes(30))) struct SubmissionTests {
  @Test("every stub is unfinished, and nothing else", arguments: Book.chapters)
  func stubs(chapter: Chapter) async throws {
    let verdicts = try await grade(Book.text(of: chapter, "Exercises.swift"), chapter, seeds: [Seed(1)])
    for (id, verdict) in verdicts { #expect(verdict == .unfinished, "\(id)") }
  }

  @Test("every model solution passes, for a hundred seeds", arguments: Book.chapters)
  func solutions(chapter: Chapter) async throws {
    let verdicts = try await grade(Book.text(of: chapter, "Solutions.swift"), chapter, seeds: Book.seeds)
    for (id, verdict) in verdicts { #expect(verdict == .passed, "\(id)") }
  }

  /// The first wrong functions of all exercises are handed in together, then the second ones, and so on.
  @Test("every known mistake is told by its own name, and so is every law that is broken", arguments: Book.chapters)
  func mistakes(chapter: Chapter) async throws {
    let wrong = Dictionary(grouping: try Book.mistakes(of: chapter), by: \.id)
    let model = SubmissionSource(try Book.text(of: chapter, "Solutions.swift"))
    for round in 0..<(wrong.values.map(\.count).max() ?? 0) {
      let functions = wrong.compactMapValues { round < $0.count ? $0[round] : nil }
      let regions = model.regions.map { "// MARK: - \($0.id) x\n" + (functions[$0.id]?.code ?? $0.code) }
      let verdicts = try await grade(
        "import Foundation\n" + regions.joined(separator: "\n"), chapter, seeds: Array(Book.seeds.prefix(10)))
      for (id, function) in functions {
        switch verdicts[id] {
        case .mistake(let name), .law(let name, _): #expect(name == function.name, "\(id)")
        default: Issue.record("\(id) \(function.name): \(verdicts[id].map { "\($0)" } ?? "nothing")")
        }
      }
    }
  }

  /// The verdicts on code, each on the questions of all seeds together.
  private func grade(
    _ text: String, _ chapter: Chapter, seeds: [Seed]
  ) async throws -> [ExerciseID: Verdict] {
    let exercises = Exercise.ofChapter(chapter.number).compactMap { exercise -> Exercise? in
      guard case .code(let task) = exercise.task else { return nil }
      return Exercise(
        exercise.id, exercise.level, minutes: exercise.minutes, .code(task.asked(for: seeds, exercise.id)))
    }
    // Not so soon out of patience as with readers: all seeds are asked at once, and other tests keep the machine busy.
    let grader = Grader(
      model: SubmissionSource(try Book.text(of: chapter, "Solutions.swift")), confinement: nil,
      limits: GradingLimits(seconds: 20, patience: 120))
    let submission = Submission(code: .success(SubmissionSource(text)), answers: AnswerSheet(""))
    return await grader.grade(exercises, for: Seed(0), submission).verdicts
  }
}

extension CodeTask {
  /// The same exercise with the questions of several persons, one after another.
  fileprivate func asked(for seeds: [Seed], _ id: ExerciseID) -> CodeTask {
    CodeTask(
      call: call, precision: precision,
      questions: { _ in
        seeds.flatMap { seed in
          var random = seed.generator(for: id)
          return questions(&random)
        }
      }, truth: truth,
      laws: laws.map { law in
        let groups = seeds.flatMap { seed in
          var random = seed.generator(for: id)
          return law.groups(&random)
        }
        return Law(law.name, groups: { _ in groups }, holds: law.holds)
      }, mistakes: mistakes)
  }
}
