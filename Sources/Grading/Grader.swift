import Foundation
import Localization

/// Judges the answers of one chapter.
///
/// Submitted code is a stranger's: it is built in a temporary folder and run confined, and only the numbers that come back are
/// judged, here. Cancelling the task ends every program that was started and removes the folder.
public struct Grader: Sendable {
  /// The chapter's `Solutions.swift`: how each function is to be declared.
  public let model: SubmissionSource
  private let confinement: Confinement?
  private let limits: GradingLimits

  public init(model: SubmissionSource) { self.init(model: model, confinement: nil) }

  /// - Parameter confinement: nil for the closest that this system allows.
  init(model: SubmissionSource, confinement: Confinement?, limits: GradingLimits = .init()) {
    (self.model, self.confinement, self.limits) = (model, confinement, limits)
  }

  /// What came of a submission.
  public struct Report: Sendable {
    /// One for each exercise, unless the task was cancelled.
    public internal(set) var verdicts: [ExerciseID: Verdict] = [:]
    /// What the reader's functions printed while they were asked.
    public internal(set) var printed: [ExerciseID: Printed] = [:]
    /// What strangers' programs could not be kept from on this system, if there was anything.
    public internal(set) var warning: Bilingual?
  }

  /// Grades exercises of one chapter, each whatever comes of the others.
  /// - Parameters:
  ///   - exercises: those to be graded.
  ///   - person: chooses the numbers.
  ///   - progress: is told of each as soon as it is judged.
  public func grade(
    _ exercises: [Exercise], for person: Seed, _ submission: Submission,
    progress: @Sendable (ExerciseID, Verdict) async -> Void = { _, _ in }
  ) async -> Report {
    var report = Report()
    for exercise in exercises where exercise.codeTask == nil {
      let verdict = exercise.judge(submission.answers[exercise.id], for: person)
      await report.add(verdict, exercise.id, progress)
    }
    let tasks = exercises.compactMap { exercise in exercise.codeTask.map { (id: exercise.id, task: $0) } }
    guard !tasks.isEmpty else { return report }
    do throws(GradingError) {
      try await grade(tasks, for: person, submission.code, &report, progress)
    } catch {
      for (id, _) in tasks where report.verdicts[id] == nil { await report.add(.ungraded(error), id, progress) }
    }
    return report
  }

  private func grade(
    _ tasks: [(id: ExerciseID, task: CodeTask)], for person: Seed, _ code: Result<SubmissionSource, Refusal>,
    _ report: inout Report, _ progress: @Sendable (ExerciseID, Verdict) async -> Void
  ) async throws(GradingError) {
    switch code.flatMap({ source in source.refusal.map { .failure($0) } ?? .success(source) }) {
    case .failure(let refusal):
      for (id, _) in tasks { await report.add(.refused(refusal), id, progress) }
    case .success(let source):
      let before = report
      report = try await Workplace.with { place throws(GradingError) in
        try await examine(tasks, for: person, source, in: place, before, progress)
      }
    }
  }

  private func examine(
    _ tasks: [(id: ExerciseID, task: CodeTask)], for person: Seed, _ source: SubmissionSource, in place: Workplace,
    _ report: Report, _ progress: @Sendable (ExerciseID, Verdict) async -> Void
  ) async throws(GradingError) -> Report {
    var report = report
    var builder = Builder(
      source, model: model, tasks: tasks, compiler: Compiler(place: place, limits: limits),
      runner: try await Runner.built())
    let program = try await builder.build()
    let confinement = if let confinement { confinement } else { await Confinement.ofThisSystem() }
    for (id, task) in tasks {
      if let fault = builder.faults[id] {
        await report.add(fault, id, progress)
        continue
      }
      guard let program else { continue }
      var random = person.generator(for: id)
      let examination = Examination(task, &random)
      let verdict: Verdict
      do throws(GradingError) {
        let interrogation = try await Interrogation(
          of: program, id, examination.questions, in: place, confinement, limits)
        verdict = examination.verdict(on: interrogation)
        report.printed[id] = Printed(interrogation.printed)
        report.warning = Confinement.warning(isClosed: interrogation.isClosed) ?? report.warning
      } catch { verdict = .ungraded(error) }
      await report.add(verdict, id, progress)
    }
    return report
  }
}

extension Grader.Report {
  fileprivate mutating func add(
    _ verdict: Verdict, _ id: ExerciseID, _ progress: @Sendable (ExerciseID, Verdict) async -> Void
  ) async {
    guard !Task.isCancelled else { return }
    verdicts[id] = verdict
    await progress(id, verdict)
  }
}

extension Exercise {
  fileprivate var codeTask: CodeTask? {
    if case .code(let task) = task { return task }
    return nil
  }
}
