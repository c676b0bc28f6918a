import Exercises
import Grading
import Kernels
import Literate
import Testing

/// What is drawn for a person, for a hundred of them.
@Suite struct DrawTests {
  @Test("ids follow the chapter from 1 on, levels rise, and what an exercise needs comes before it")
  func order() {
    for chapter in Book.chapters {
      let exercises = Exercise.ofChapter(chapter.number)
      #expect(exercises.map(\.id) == (1...exercises.count).map { ExerciseID(chapter: chapter.number, number: $0) })
      #expect(exercises.map(\.level) == exercises.map(\.level).sorted())
      #expect(
        exercises.allSatisfy { exercise in exercise.minutes > 0 && exercise.needs.allSatisfy { $0 < exercise.id } })
    }
  }

  @Test("each chapter has at least five exercises, of all four kinds")
  func kinds() {
    for chapter in Book.chapters {
      let exercises = Exercise.ofChapter(chapter.number)
      #expect(exercises.count >= 5)
      #expect(Set(exercises.map { $0.task.kind }).count == 4, "chapter \(chapter.number)")
    }
  }

  @Test("the same person always gets the same numbers, and persons differ", arguments: Book.numeric.map(\.0))
  func personal(id: ExerciseID) throws {
    let exercise = try #require(Book.exercises.first { $0.id == id })
    func shown(_ seed: Seed) -> [String] {
      let numbers = exercise.numbers(for: seed)
      return numbers.names.map { numbers[$0]?.shown(in: .prose, .en) ?? "" }
    }
    for seed in Book.seeds { #expect(shown(seed) == shown(seed)) }
    #expect(Set(Book.seeds.map(shown)).count > 5)
  }

  @Test("a number's right answer is accepted as it is shown; that of a known mistake is not, nor for another mistake")
  func numeric() throws {
    for (id, task) in Book.numeric {
      for seed in Book.seeds {
        var random = seed.generator(for: id)
        let drawn = task.draw(&random)
        try #require(drawn.answer.isFinite)
        guard case .number(let answer, let format)? = drawn.numbers["answer"] else {
          Issue.record("\(id) does not show its answer as a value")
          continue
        }
        let shown = try #require(number(format.text(of: answer, in: .prose)))
        #expect(answer == drawn.answer && task.tolerance.accepts(shown, for: drawn.answer), "\(id), seed \(seed.value)")
        for (name, wrong) in drawn.mistakes {
          #expect(!task.tolerance.accepts(wrong, for: drawn.answer), "\(id) \(name), seed \(seed.value)")
          for (other, number) in drawn.mistakes where other != name {
            #expect(!task.tolerance.accepts(wrong, for: number), "\(id) \(name) is \(other), seed \(seed.value)")
          }
        }
      }
    }
  }

  @Test("what comes true of a prediction is one of its choices, and not the same for everybody")
  func predictions() {
    for (id, task) in Book.predictions {
      let answers = Book.seeds.map { seed in
        var random = seed.generator(for: id)
        return task.draw(&random).answer
      }
      #expect(answers.allSatisfy(task.choices.contains), "\(id)")
      #expect(Set(answers).count > 1, "\(id)")
      #expect(Set(task.choices).count == task.choices.count)
    }
  }

  @Test("there is something to be found in every exploration, and what is obviously wrong is not it")
  func explorations() {
    for (id, task) in Book.explorations {
      for seed in Book.seeds {
        var random = seed.generator(for: id)
        let drawn = task.draw(&random)
        #expect(
          drawn.example.count == task.fields.count && drawn.judge(drawn.example) == .found, "\(id), seed \(seed.value)")
        for wrong in [-1e9, -1, 0, 1e9] {
          #expect(drawn.judge(task.fields.map { _ in wrong }) != .found, "\(id), seed \(seed.value)")
        }
      }
    }
  }

  /// A number as it is shown, read again.
  private func number(_ shown: String) -> Double? {
    Double(shown.replacing(",", with: "").replacing("−", with: "-"))
  }
}

extension Exercise.Task {
  /// Its kind alone.
  var kind: String {
    switch self {
    case .numeric: "numeric"
    case .prediction: "prediction"
    case .exploration: "exploration"
    case .code: "code"
    }
  }
}
