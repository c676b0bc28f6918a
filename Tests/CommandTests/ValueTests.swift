import Foundation
import Testing

/// What chapters print, held against numbers that other programs computed: `Truth/chapterN.json`, made by the script
/// beside it.
@Suite(.timeLimit(.minutes(30))) struct ValueTests {
  struct Truth: Decodable {
    let values: [String: Double]
  }

  @Test("the chapters' numbers agree with an outside truth", arguments: Program.chapters)
  func agree(chapter: String) async throws {
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: Self.folder.appending(path: "\(chapter).json")))
    try #require(!truth.values.isEmpty)
    let outcome = try await Program(name: chapter).run("values")
    var computed: [String: Double] = [:]
    for line in outcome.output.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count == 3 { computed[String(fields[0])] = Double(fields[2]) }
    }
    for (name, expected) in truth.values.sorted(by: { $0.key < $1.key }) {
      guard let value = computed[name] else {
        Issue.record("\(chapter) has no value “\(name)”")
        continue
      }
      #expect(abs(value - expected) <= 1e-9 * abs(expected), "\(chapter) \(name): \(value), but \(expected) outside")
    }
  }

  private static let folder = Program.repository.appending(path: "Tests/CommandTests/Truth")
}
