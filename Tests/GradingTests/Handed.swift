import Foundation
import Kernels

@testable import Grading

/// A small chapter, and submissions to it.
enum Handed {
  /// 9.1 has a formula, a law and a mistake; the others give back the double of a number, whatever they do beside it.
  static let exercises: [Exercise] = [focal] + (2...20).map(doubling)

  static let focal = Exercise(
    "9.1", .basic, minutes: 5,
    .code(
      CodeTask(
        call: "[focal(pt: q.number(), gamma: q.number())]",
        questions: { random in
          (0..<20).map { _ in question(pt: random.uniform(in: 0.1...0.9), gamma: Double(random.pick(1...4))) }
        },
        truth: { q in
          let pt = q.number(), gamma = q.number()
          return [-pow(1 - pt, gamma) * log(pt)]
        },
        laws: [
          .init("halves") { _ in
            [0.25, 0.75].map { [question(pt: $0, gamma: 1), question(pt: $0, gamma: 2)] }
          } holds: { questions, answers in
            var reader = questions[0].reader
            return abs(answers[0][0] * (1 - reader.number()) - answers[1][0]) < 1e-9
          }
        ],
        mistakes: [
          .init("factor") { q in
            let pt = q.number(), gamma = q.number()
            return [-gamma * (1 - pt) * log(pt)]
          }
        ])))

  static func question(pt: Double, gamma: Double) -> Question {
    Question {
      $0.number(pt)
      $0.number(gamma)
    }
  }

  static func doubling(_ number: Int) -> Exercise {
    let task = CodeTask(
      call: "[f\(number)(q.number())]",
      questions: { random in (0..<5).map { _ in Question { $0.number(random.uniform()) } } },
      truth: { q in [2 * q.number()] })
    return Exercise(ExerciseID(chapter: 9, number: number), .basic, minutes: 5, .code(task))
  }

  // MARK: - Files

  static let focalSolution = "func focal(pt: Double, gamma: Double) -> Double {\n  -pow(1 - pt, gamma) * log(pt)\n}\n"

  /// The chapter's `Solutions.swift`.
  static let model = SubmissionSource(
    source(2...20, right, with: focalSolution), file: "Solutions.swift")

  static func right(_ number: Int) -> String { "func f\(number)(_ x: Double) -> Double {\n  2 * x\n}\n" }

  /// A function that does something before it answers rightly.
  static func doing(_ number: Int, _ body: String) -> String {
    "func f\(number)(_ x: Double) -> Double {\n  \(body)\n  return 2 * x\n}\n"
  }

  static func source(_ numbers: ClosedRange<Int>, _ code: (Int) -> String, with focal: String = "") -> String {
    let regions = numbers.map { "// MARK: - 9.\($0) Double\n\n\(code($0))" }
    return (["import Foundation\n", "// MARK: - 9.1 Focal loss\n\n\(focal)"] + regions).joined(separator: "\n")
  }

  // MARK: - Grading

  static let limits = GradingLimits(seconds: 1, patience: 60, memory: 1 << 28)

  /// What comes of functions for 9.2, 9.3, …
  static func verdicts(
    of codes: [String], _ confinement: Confinement? = nil, limits: GradingLimits = limits
  ) async -> [Verdict?] {
    let source = source(2...codes.count + 1) { codes[$0 - 2] }
    let exercises = Array(exercises[1...codes.count])
    let report = await report(source, exercises, confinement, limits: limits)
    return exercises.map { report.verdicts[$0.id] }
  }

  static func report(
    _ source: String, _ exercises: [Exercise], _ confinement: Confinement? = nil, limits: GradingLimits = limits
  ) async -> Grader.Report {
    let grader = Grader(model: model, confinement: confinement, limits: limits)
    return await grader.grade(
      exercises, for: Seed(1), Submission(code: .success(SubmissionSource(source)), answers: AnswerSheet()))
  }
}

extension ExerciseID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = ExerciseID(text) ?? ExerciseID(chapter: 0, number: 1) }
}
