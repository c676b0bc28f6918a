import Foundation
import Kernels

/// The questions of one code exercise for one person, and the judge of what came back.
struct Examination {
  let task: CodeTask
  /// Those with a right answer, then those of each law.
  let questions: [Question]
  /// Each law's groups.
  private let laws: [[Range<Int>]]
  private let truths: Range<Int>

  init(_ task: CodeTask, _ random: inout SplitMix64) {
    self.task = task
    var questions = task.questions(&random)
    truths = questions.indices
    laws = task.laws.map { law in
      law.groups(&random).map { group in
        questions += group
        return questions.count - group.count..<questions.count
      }
    }
    self.questions = questions
  }

  /// Run problems first, then a stub, known mistakes, laws, and the first answer that is not right.
  func verdict(on interrogation: Interrogation) -> Verdict {
    let replies = interrogation.replies
    if let thrown = replies.firstIndex(where: { $0.error != nil }), let error = replies[thrown].error {
      return .stopped(.threw(error), at: call(thrown))
    }
    if let problem = interrogation.problem {
      return .stopped(problem, at: questions.indices.contains(replies.count) ? call(replies.count) : nil)
    }
    let answers = replies.map(\.numbers)
    if truths.allSatisfy({ answers[$0].allSatisfy(\.isNaN) }) { return .unfinished }
    let wrong = truths.first { !agrees(answers[$0], truth(of: questions[$0])) }
    if wrong != nil, let mistake = task.mistakes.first(where: { explains($0, answers) }) {
      return .mistake(mistake.name)
    }
    for (law, groups) in zip(task.laws, laws) {
      let broken = groups.first { !law.holds(Array(questions[$0]), Array(answers[$0])) }
      if let broken { return .law(law.name, broken.prefix(3).map { example($0, answers[$0], expected: nil) }) }
    }
    return wrong.map { .counterexample(example($0, answers[$0], expected: truth(of: questions[$0]))) } ?? .passed
  }

  private func truth(of question: Question) -> [Double] {
    var reader = question.reader
    return task.truth(&reader)
  }

  private func explains(_ mistake: CodeTask.Mistake, _ answers: [[Double]]) -> Bool {
    truths.allSatisfy { index in
      var reader = questions[index].reader
      return agrees(answers[index], mistake.answer(&reader))
    }
  }

  /// Whether all numbers are as near as they have to be. What is not a number agrees with its like.
  private func agrees(_ given: [Double], _ expected: [Double]) -> Bool {
    given.count == expected.count && zip(given, expected).allSatisfy { isNear($0, $1) }
  }

  private func isNear(_ given: Double, _ expected: Double) -> Bool {
    guard given.isFinite, expected.isFinite else { return given == expected || given.isNaN && expected.isNaN }
    return (given - expected).magnitude <= task.precision * max(1, expected.magnitude)
  }

  // MARK: - Showing

  private func call(_ index: Int) -> String { CallText.text(of: task.call, questions[index]) }

  private func example(_ index: Int, _ given: [Double], expected: [Double]?) -> Verdict.Example {
    let call = call(index)
    // Of many numbers, the first that is not right.
    if let expected, given.count == expected.count, given.count > ResultText.mostShown,
      let place = given.indices.first(where: { !isNear(given[$0], expected[$0]) })
    {
      let texts = ResultText.texts([given[place]], [expected[place]])
      return Verdict.Example(call: "\(call)[\(place)]", given: texts.given, expected: texts.expected)
    }
    let texts = ResultText.texts(given, expected)
    return Verdict.Example(call: call, given: texts.given, expected: texts.expected)
  }
}

extension Interrogation.Reply {
  fileprivate var error: String? {
    if case .threw(let error) = self { return error }
    return nil
  }

  fileprivate var numbers: [Double] {
    if case .numbers(let numbers) = self { return numbers }
    return []
  }
}
