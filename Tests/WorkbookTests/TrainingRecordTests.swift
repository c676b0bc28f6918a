import Foundation
import Testing

@testable import Workbook

@Suite struct TrainingRecordTests {
  struct Results: Codable, Equatable {
    var losses: [Double]
    var name: String
  }

  let record = TrainingRecord(
    command: "swift run chapter3 weave --train", date: "2026-11-21", parameters: "a: 1", seeds: [1, 2],
    results: Results(losses: [0.1 + 0.2, 1e-300, -.infinity], name: "a/b"))

  private func temporary(_ bytes: some Sequence<UInt8>) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID()).json").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("what was written down comes back as it was, infinities too")
  func roundTrip() throws {
    let path = try temporary(record.file)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try TrainingRecord<Results>(path: path)
    #expect(read.results == record.results)
    #expect(read.date == record.date && read.seeds == record.seeds && read.command == record.command)
    #expect(read.json == record.json && read.file == record.file)
  }

  @Test("command, date, results and seeds each begin a line of the file")
  func lines() {
    let starts = String(decoding: record.file, as: UTF8.self).split(separator: "\n").map { $0.prefix(6) }
    #expect(starts == [#"{"comm"#, #""date""#, #""param"#, #""resul"#, #""seeds"#].map { $0.prefix(6) })
  }

  @Test("a missing record and a broken one say what makes it again")
  func unusable() throws {
    #expect(throws: TrainingRecordError.self) { try TrainingRecord<Results>(path: "/nowhere/training.json") }
    let path = try temporary(#"{"command": "#.utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: TrainingRecordError.self) { try TrainingRecord<Results>(path: path) }
    for error in [TrainingRecordError.missing("a"), .unreadable("a"), .stale("a")] {
      #expect(error.message.ko.contains("weave --train") && error.message.en.contains("weave --train"))
    }
  }
}
