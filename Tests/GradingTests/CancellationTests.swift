import Foundation
import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(30))) struct CancellationTests {
  @Test("a cancelled grading ends what it started and leaves no folder behind")
  func cancelling() async throws {
    let mark = "cancelled\(UInt64.random(in: 0...UInt64.max))"
    let source = Handed.source(2...2) { Handed.doing($0, "let \(mark) = 1; _ = \(mark); sleep(1000)") }
    let grading = Task {
      let grader = Grader(model: Handed.model, confinement: nil, limits: GradingLimits(patience: 300))
      return await grader.grade(
        [Handed.exercises[1]], for: Seed(1),
        Submission(code: .success(SubmissionSource(source)), answers: AnswerSheet()))
    }
    let folder = try await place(holding: mark)
    try await running(in: folder, until: { !$0.isEmpty })
    grading.cancel()
    #expect(await grading.value.verdicts.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    try await running(in: folder, until: \.isEmpty)
  }

  @Test("a grading leaves no folder behind")
  func ending() async throws {
    let mark = "ended\(UInt64.random(in: 0...UInt64.max))"
    _ = await Handed.report(
      Handed.source(2...2) { Handed.doing($0, "let \(mark) = 1; _ = \(mark)") }, [Handed.exercises[1]])
    #expect(places().allSatisfy { !holds($0, mark) })
  }

  @Test("what a killed grading left behind is removed by the next, and nothing else")
  func sweeping() async throws {
    let left = Workplace.parent.appending(path: Workplace.prefix + UUID().uuidString)
    let other = Workplace.parent.appending(path: "other-" + UUID().uuidString)
    for folder in [left, other] {
      try FileManager.default.createDirectory(at: folder.appending(path: "room"), withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: other) }
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -7200)]
    try await Workplace.with { place throws(GradingError) in
      for folder in [left, other, place.folder] {
        try? FileManager.default.setAttributes(old, ofItemAtPath: folder.path)
      }
      Workplace.removeAbandoned(olderThan: 3600)
      #expect(FileManager.default.fileExists(atPath: place.folder.path), "somebody works here")
    }
    #expect(!FileManager.default.fileExists(atPath: left.path))
    #expect(FileManager.default.fileExists(atPath: other.path))
  }

  // MARK: - Looking around

  private func places() -> [URL] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: Workplace.parent.path)) ?? []
    return names.filter { $0.hasPrefix(Workplace.prefix) }.map {
      Workplace.parent.appending(path: $0)
    }
  }

  private func holds(_ place: URL, _ mark: String) -> Bool {
    (try? String(contentsOf: place.appending(path: "Exercises.swift"), encoding: .utf8))?.contains(mark) == true
  }

  /// The folder in which a text is built, as soon as there is one.
  private func place(holding mark: String) async throws -> URL {
    for _ in 0..<3000 {
      if let place = places().first(where: { holds($0, mark) }) { return place }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw CancellationError()
  }

  /// Waits until the programs that were started from a folder are as they should be.
  private func running(in folder: URL, until isReached: ([String]) -> Bool) async throws {
    for _ in 0..<3000 {
      let all = try await ChildProcess(command: ["ps", "-ewwo", "args"], limits: .init(seconds: 10, bytes: 1 << 24))
        .run()
      let lines = String(decoding: all.output, as: UTF8.self).split(separator: "\n").map(String.init)
      if isReached(lines.filter { $0.contains("\(folder.lastPathComponent)/room") }) { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("programs are not as they should be")
  }
}
