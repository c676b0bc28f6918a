import Chapters
import Foundation
import Subprocess
import Testing

@Suite struct WeaveTests {
  @Test("every chapter's pages and figures are of today's program")
  func upToDate() async throws {
    for chapter in Program.chapters {
      let outcome = try await Program(name: chapter).run("weave", "--check", "--lang", "en")
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
  }

  @Test("training again gives the results that are on record")
  func trainedAgain() async throws {
    for chapter in Program.chapters where try !trainsForMinutes(chapter) {
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
  func trainedForMinutes() async throws {
    for chapter in Program.chapters where try trainsForMinutes(chapter) {
      let outcome = try await Program(name: chapter).run("weave", "--check", "--train", "--lang", "en")
      #expect(outcome.status == 0 && outcome.output.contains("all claims hold"), "\(outcome.complaint)")
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
      try #require(build.terminationStatus.isSuccess, "\(build.standardOutput ?? "") \(build.standardError ?? "")")
      let outcome = try await Program(name: chapter, folder: scratch.appending(path: "debug"))
        .run(["weave", "--check"] + (hasRecord(chapter) && !trainsForMinutes(chapter) ? ["--train"] : []))
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
  }

  /// Whether trained weights are kept beside the record.
  private func trainsForMinutes(_ product: String) throws -> Bool {
    let chapter = try #require(Repository.own.chapters.first { $0.product == product })
    let folder = chapter.repository.path(chapter.file(""))
    return try FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.hasSuffix(".safetensors") }
  }

  private func hasRecord(_ product: String) throws -> Bool {
    let chapter = try #require(Repository.own.chapters.first { $0.product == product })
    return FileManager.default.fileExists(atPath: chapter.repository.path(chapter.file("training.json")))
  }
}
