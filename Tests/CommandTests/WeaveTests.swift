import Chapters
import Foundation
import Subprocess
import Testing

@Suite(.timeLimit(.minutes(30))) struct WeaveTests {
  @Test("every chapter's pages and figures are of today's program")
  func upToDate() async throws {
    for chapter in Program.chapters {
      let outcome = try await Program(name: chapter).run("weave", "--check", "--lang", "en")
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
  }

  @Test("training again gives the results that are on record")
  func trainedAgain() async throws {
    for chapter in Program.chapters where try !takesMinutes(chapter) {
      let outcome = try await Program(name: chapter).run("weave", "--check", "--train", "--lang", "en")
      if try hasRecord(chapter) {
        #expect(outcome.status == 0, "\(outcome.complaint)")
      } else {
        #expect(outcome.status != 0 && outcome.complaint.contains("without --train"), "\(outcome.complaint)")
      }
    }
  }

  @Test(
    "a training of minutes keeps the claims of its page",
    .enabled(if: ProcessInfo.processInfo.environment["WORKBOOK_LONG_TRAININGS"] != nil))
  func longTrainings() async throws {
    for chapter in Program.chapters where try takesMinutes(chapter) {
      let outcome = try await Program(name: chapter).run("weave", "--check", "--train", "--lang", "en")
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
  }

  /// Built into a folder of its own: the one that tests run from is locked while they do.
  @Test("a build without the processor's own instructions weaves the same pages")
  func baseline() async throws {
    let scratch = Program.repository.appending(path: ".build-baseline")
    for chapter in Program.chapters {
      let build = try await Subprocess.run(
        .name("swift"),
        arguments: [
          "build", "--package-path", Program.repository.path, "--scratch-path", scratch.path, "--product", chapter,
        ],
        environment: .inherit.updating(["WORKBOOK_BASELINE": "1"]),
        output: .string(limit: 1 << 22), error: .string(limit: 1 << 22))
      try #require(build.terminationStatus.isSuccess, "\(build.standardOutput) \(build.standardError)")
      let program = Program(name: chapter, folder: scratch.appending(path: "debug"))
      let train = try hasRecord(chapter) && !takesMinutes(chapter)
      let outcome = try await program.run(["weave", "--check"] + (train ? ["--train"] : []))
      #expect(outcome.status == 0, "\(outcome.complaint)")
      if chapter == "chapter5" {
        let short = ["values", "--steps", "2"]
        #expect(try await program.run(short).output == Program(name: chapter).run(short).output)
      }
    }
  }

  private func hasRecord(_ product: String) throws -> Bool {
    FileManager.default.fileExists(atPath: try path(of: "training.json", in: product))
  }

  /// Whether the chapter says so of its training. One that gives the same digits everywhere is trained again in samples by the
  /// tests of its module, as chapter 5 is by the `RecordTests` of `DenseDetector`.
  private func takesMinutes(_ product: String) throws -> Bool {
    let program = try String(contentsOfFile: path(of: "main.swift", in: product), encoding: .utf8)
    return program.contains("taking: .minutes") || program.contains("= page.recorded(")
  }

  private func path(of file: String, in product: String) throws -> String {
    let chapter = try #require(Repository.own.chapters.first { $0.product == product })
    return chapter.repository.path(chapter.file(file))
  }
}
