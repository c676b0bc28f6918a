import Grading
import Localization
import Testing

@testable import Sessions

@Suite struct PlanTests {
  private let known = ["2.1", "3.1", "3.2", "3.3", "3.10", "4.1"].map(id)

  private func ids(_ text: String) throws -> [String] {
    try ExerciseSelection.ids(text, among: known).map(\.description)
  }

  @Test("exercises are typed one by one, as ranges, and as chapters, each once and in that order")
  func selection() throws {
    #expect(try ids("3.3,2.1") == ["3.3", "2.1"])
    #expect(try ids(" 3.1 , 3.1;4.1") == ["3.1", "4.1"])
    #expect(try ids("3.2-3.10") == ["3.2", "3.3", "3.10"])
    #expect(try ids("3.1–3") == ["3.1", "3.2", "3.3"])
    #expect(try ids("3") == ["3.1", "3.2", "3.3", "3.10"])
    #expect(try ids("2.1-4.1").count == 6)
  }

  @Test("what there is not is told with the nearest")
  func unknown() {
    #expect(throws: SelectionError.unknown("3.4", nearest: id("3.10"))) { try ids("3.4") }
    #expect(throws: SelectionError.unknown("three", nearest: nil)) { try ids("3.1,three") }
    #expect(throws: SelectionError.noChapter(9, known: [2, 3, 4])) { try ids("9") }
    #expect(throws: SelectionError.backwards(id("3.3"), id("3.1"))) { try ids("3.3-3.1") }
    #expect(throws: SelectionError.nothing) { try ids(" , ") }
  }

  // MARK: - Plans

  private func exercise(_ name: String, _ minutes: Int, needs: [String] = []) -> Exercise {
    Exercise(
      id(name), .basic, minutes: minutes, needs: needs.map(id), .numeric(NumericTask(.exact) { _ in .init() }))
  }

  private var book: [Exercise] {
    [exercise("3.1", 5), exercise("3.2", 8, needs: ["3.1"]), exercise("3.3", 20), exercise("3.4", 4, needs: ["3.2"])]
  }

  private func plan(_ names: [String], _ budget: Int?) -> SessionPlan {
    let book = book
    return SessionPlan(
      exercises: names.compactMap { name in book.first { $0.id == id(name) } }, budget: budget, book: book)
  }

  @Test("what is left out brings the plan into its budget, and nothing of the rest needs it", arguments: 1...40)
  func leftOut(_ budget: Int) {
    let plan = plan(["3.1", "3.2", "3.3", "3.4"], budget)
    let out = plan.leftOut
    if plan.minutes <= budget {
      #expect(out.isEmpty)
    } else if !out.isEmpty {
      let rest = plan.exercises.filter { exercise in !out.contains { $0.id == exercise.id } }
      #expect(!rest.isEmpty && rest.reduce(0) { $0 + $1.minutes } <= budget)
      #expect(Set(rest.map(\.id)).isSuperset(of: rest.flatMap(\.needs)))
    } else {
      #expect(budget < 5)
    }
  }

  @Test("what can be added has time left, and all that it needs")
  func additions() {
    #expect(plan(["3.1"], 15).additions.map(\.id) == [id("3.2")])
    #expect(plan(["3.1"], 25).additions.map(\.id) == [id("3.2"), id("3.3")])
    #expect(plan(["3.1", "3.2"], 13).additions.isEmpty)
    #expect(plan(["3.1"], nil).additions.isEmpty)
  }

  @Test("what is needed is before, later, or missing")
  func needs() {
    #expect(plan(["3.1", "3.2"], nil).needs(of: book[1]).map(\.need) == [.before])
    #expect(plan(["3.2", "3.1"], nil).needs(of: book[1]).map(\.need) == [.later])
    #expect(plan(["3.2"], nil).needs(of: book[1]).map(\.need) == [.missing])
    #expect(plan(["3.4"], nil).missing.map(\.id) == [id("3.2")])
  }

  @Test("the report says minutes, budget, and what to change", arguments: Language.allCases)
  func report(_ language: Language) {
    let text = PlanReport(plan: plan(["3.4", "3.3"], 20), title: { "제목 \($0)" }, language: language).text
    for words in ["3.4", "제목 3.3", "24", "20"] { #expect(text.contains(words), "\(words)") }
    #expect(text.contains(language == .ko ? "3.2 (계획에 없음)" : "3.2 (not in the plan)"))
    #expect(text.contains(language == .ko ? "3.4를 빼면 20분" : "Without 3.4 it would be 20"))
  }
}
