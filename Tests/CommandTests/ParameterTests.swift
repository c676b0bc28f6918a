import Foundation
import TestSupport
import Testing

/// Every parameter of every chapter, as the help tells of it.
@Suite(.timeLimit(.minutes(30))) struct ParameterTests {
  struct Parameter {
    let name: String, lowest: String, highest: String
  }

  @Test("a parameter refuses what lies outside its range, and what is no number", arguments: Program.chapters)
  func refused(_ chapter: String) async throws {
    let parameters = try await parameters(of: chapter)
    try #require(parameters.count >= 3)
    for parameter in parameters {
      let lowest = try #require(Double(parameter.lowest)), highest = try #require(Double(parameter.highest))
      for value in ["\(lowest - 1 - abs(lowest))", "\(highest + 1 + abs(highest))", "nan", "-inf", "many", ""] {
        let outcome = try await Program(name: chapter).run(["claims", "--lang", "en", "--\(parameter.name)", value])
        #expect(outcome.status == 64 && outcome.output.isEmpty, "\(parameter.name) \(value)")
        #expect(outcome.complaint.contains("“\(value)” cannot be used for --\(parameter.name)"), "\(outcome.complaint)")
      }
    }
  }

  /// Both ends of each range, in chapters that a parameter does not make train: training takes its time.
  @Test("a parameter accepts both ends of its range", arguments: ["chapter1", "chapter2", "chapter6", "chapter7"])
  func ends(_ chapter: String) async throws {
    for parameter in try await parameters(of: chapter) {
      for value in [parameter.lowest, parameter.highest] {
        let outcome = try await Program(name: chapter).run(["values", "--\(parameter.name)", value])
        #expect(outcome.status == 0 && outcome.complaint.isEmpty, "\(parameter.name) \(value): \(outcome.complaint)")
      }
    }
  }

  @Test("a parameter that names a file refuses one that is not there, a folder, and none, and nothing is drawn")
  func files() async throws {
    let naming = /--(?<name>[a-z-]+) <[^>]+> [^(-]*\((PNG, JPEG|COCO JSON)\)/
    let parameters = try await words(of: "chapter6").matches(of: naming)
    #expect(parameters.map(\.name) == ["image", "boxes"])
    let folder = try TemporaryFolder()
    for parameter in parameters {
      for (file, status) in [("/no/such.file", 1), (folder.path, 1), ("", 64)] {
        for language in ["ko", "en"] {
          let outcome = try await Program(name: "chapter6").run(
            ["figures", "--out", folder.path, "--lang", language, "--\(parameter.name)", file])
          #expect(
            outcome.status == status && outcome.output.isEmpty && folder.contents.isEmpty, "\(parameter.name) \(file)")
          #expect(
            (file.isEmpty || outcome.complaint.contains(file))
              && outcome.complaint.contains(language == "ko" ? "십시오" : "."))
        }
      }
    }
  }

  /// `--alpha <alpha> weight α of objects (0…1)`; one that names a file has no range.
  private func parameters(of chapter: String) async throws -> [Parameter] {
    let range = /--(?<name>[a-z0-9-]+) <[^>]+> (?:(?!--)[^(])*\((?<lowest>[^…()]+)…(?<highest>[^,()]+)/
    return try await words(of: chapter).matches(of: range).map {
      Parameter(name: "\($0.name)", lowest: "\($0.lowest)", highest: "\($0.highest)")
    }
  }

  private func words(of chapter: String) async throws -> String {
    let help = try await Program(name: chapter).run("help", "read", "--lang", "en").output
    let start = try #require(help.range(of: "PARAMETERS TO PLAY WITH:")?.upperBound)
    let end = try #require(help.range(of: "OPTIONS:")?.lowerBound)
    return help[start..<end].split { $0.isWhitespace }.joined(separator: " ")
  }
}
