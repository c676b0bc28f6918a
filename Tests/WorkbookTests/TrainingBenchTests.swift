import Files
import Foundation
import Testing

@testable import Workbook

@Suite struct TrainingBenchTests {
  private let bench = TrainingBench(
    folder: FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID())/deeper").path, language: .en)

  @Test("checkpoints go when all is done, and what is kept stays")
  func clearing() throws {
    try bench.prepare()
    defer { try? FileManager.default.removeItem(atPath: bench.folder) }
    for name in ["1.safetensors", "kept.safetensors"] {
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: bench.path(name)))
    }
    try bench.prepare()  // taken up again
    #expect(try bench.bytes("1.safetensors") == [1, 2, 3])
    bench.clear(except: ["kept.safetensors"])
    #expect(try bench.bytes("kept.safetensors") == [1, 2, 3])
    #expect(throws: FileError.self) { try bench.bytes("1.safetensors") }
  }
}
