import Exercises
import Grading
import Kernels
import Testing

/// What a code exercise asks, and what it knows of right and wrong, before anybody's program is run.
@Suite struct CodeTaskTests {
  @Test("the truth obeys every law, for a hundred seeds")
  func laws() {
    for (id, task) in Book.code {
      for seed in Book.seeds {
        var random = seed.generator(for: id)
        for law in task.laws {
          let groups = law.groups(&random)
          let holds = groups.allSatisfy { !$0.isEmpty && law.holds($0, answers(to: $0, task.truth)) }
          #expect(!groups.isEmpty && holds, "\(id) \(law.name)")
        }
      }
    }
  }

  @Test("no law is obeyed by everything: random answers break it")
  func lawsCanFail() {
    for (id, task) in Book.code {
      var random = Seed(1).generator(for: id)
      for law in task.laws {
        let tries = (0..<20).flatMap { _ in law.groups(&random) }
        let holds = tries.allSatisfy { questions in
          law.holds(questions, answers(to: questions, task.truth).map { $0.map { _ in random.uniform(in: -9...9) } })
        }
        #expect(!holds, "\(id) \(law.name)")
      }
    }
  }

  @Test("every known mistake differs from the truth, and from every other mistake, for a hundred seeds")
  func mistakes() {
    for (id, task) in Book.code {
      for seed in Book.seeds {
        var random = seed.generator(for: id)
        let questions = task.questions(&random)
        let truth = answers(to: questions, task.truth)
        #expect(truth.joined().allSatisfy { $0.isFinite }, "\(id), seed \(seed.value)")
        let mistakes = task.mistakes.map { ($0.name, answers(to: questions, $0.answer)) }
        for (name, wrong) in mistakes {
          let isWrong = differ(wrong, truth, task)
          #expect(isWrong, "\(id) \(name), seed \(seed.value)")
          for (other, answers) in mistakes where other != name {
            let isAnother = differ(wrong, answers, task)
            #expect(isAnother, "\(id) \(name) is \(other), seed \(seed.value)")
          }
        }
      }
    }
  }

  private func answers(
    to questions: [Question], _ function: @Sendable (inout QuestionReader) -> [Double]
  ) -> [[Double]] {
    questions.map { question in
      var reader = question.reader
      return function(&reader)
    }
  }

  /// Whether some answers are further apart than the exercise's precision.
  private func differ(_ one: [[Double]], _ other: [[Double]], _ task: CodeTask) -> Bool {
    zip(one.joined(), other.joined()).contains { a, b in
      guard a.isFinite, b.isFinite else { return !(a == b || a.isNaN && b.isNaN) }
      return (a - b).magnitude > task.precision * max(1, b.magnitude)
    }
  }
}
