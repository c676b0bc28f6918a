import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30))) struct ReadingTests {
  @Test("the reader's language follows --lang, then the locale: Korean where it names no language, English for others")
  func language() async throws {
    let korean = try await Program(name: "chapter3").run()
    let english = try await Program(name: "chapter3", environment: ["LANG": "en_US.UTF-8"]).run()
    let asked = try await Program(name: "chapter3", environment: ["LANG": "en_US.UTF-8"]).run("--lang", "ko")
    #expect(korean.status == 0 && english.status == 0)
    #expect(korean.output.contains("균형 교차 엔트로피"))
    #expect(english.output.contains("Balanced cross entropy"))
    #expect(asked.output == korean.output)
    #expect(try await Program(name: "chapter3", environment: ["LANG": "C"]).run().output == korean.output)
    #expect(try await Program(name: "chapter3", environment: ["LANG": "fr_FR.UTF-8"]).run().output == english.output)
  }

  @Test(
    "help is printed for every command, in both languages",
    arguments: [
      ["--help"], ["help"], ["help", "figures"], ["figures", "--help"], ["claims", "-h"], ["weave", "--help"],
    ])
  func help(_ arguments: [String]) async throws {
    let korean = try await Program(name: "chapter3", environment: ["LANG": "ko_KR.UTF-8"]).run(arguments)
    let english = try await Program(name: "chapter3", environment: ["LANG": "en_US.UTF-8"]).run(arguments)
    for outcome in [korean, english] {
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USAGE: chapter3"))
      #expect(outcome.complaint == "")
    }
    #expect(korean.output.contains("니다") && !english.output.contains("니다"))
    #expect(try await Program(name: "workbook").run("--help").status == 0)
  }

  @Test("options may stand before their command")
  func optionsFirst() async throws {
    let program = Program(name: "chapter3", environment: ["LANG": "ko_KR.UTF-8"])
    let claims = try await program.run("claims", "--negatives", "10", "--lang", "en")
    #expect(claims.status == 0)
    #expect(try await program.run("--lang", "en", "claims", "--negatives", "10").output == claims.output)
    #expect(try await program.run("--negatives", "10", "--lang", "en", "claims").output == claims.output)

    let help = try await program.run("--lang", "en", "--help")
    #expect(help.output.contains("Read a chapter") && help.output.contains("\n  figures "))
    #expect(try await program.run("-h", "--lang=en").output == help.output)
    #expect(try await program.run("--lang", "en", "claims", "--help").output.contains("USAGE: chapter3 claims"))
    #expect(try await program.run("--lang", "en", "--alpha", "1", "-h").output.contains("USAGE: chapter3 read"))

    let list = try await program.run("--lang", "en", "figures", "--list", "balancedCurves")
    #expect(list.output == (try await program.run("figures", "--list", "balancedCurves", "--lang", "en").output))
    #expect(list.output.split(separator: "\n").count == 1)

    let stranger = try await program.run("--lang", "en", "--plain", "figures")
    #expect(stranger.status == 64 && stranger.complaint.contains("This command has no option --plain."))
  }

  @Test("figures are drawn in a Korean locale, too, where fonts have Korean names")
  func koreanLocale() async throws {
    let folder = try TemporaryFolder()
    let program = Program(name: "chapter3", environment: ["LC_ALL": "ko_KR.UTF-8"])
    let outcome = try await program.run("figures", "balancedFormula", "--lang", "ko", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(folder.contents == ["balancedFormula.ko.png"])
  }

  @Test("a pipe gets no colours and no pictures, whatever the terminal", arguments: ["kitty", "iterm"])
  func pipe(_ terminal: String) async throws {
    let environment = terminal == "kitty" ? ["TERM": "xterm-kitty"] : ["TERM_PROGRAM": "iTerm.app"]
    let outcome = try await Program(name: "chapter3", environment: environment).run()
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("ten columns are enough to read", arguments: ["ko", "en"])
  func narrow(_ language: String) async throws {
    let outcome = try await Program(name: "chapter3").run("--width", "10", "--lang", language)
    #expect(outcome.status == 0)
    #expect(outcome.output.count > 5000)
  }

  @Test("playing never touches the committed figures, and a broken claim is shown, not fatal")
  func playing() async throws {
    let before = try committedFigures()
    let outcome = try await Program(name: "chapter3").run("--negatives", "10", "--alpha", "0.01", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(try committedFigures() == before)
  }

  private func committedFigures() throws -> [String: Date] {
    let folder = Program.repository.appending(path: "figures/3-balanced-cross-entropy").path
    return try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder).map {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + $0)
        return ($0, attributes[.modificationDate] as? Date ?? .distantPast)
      })
  }
}
