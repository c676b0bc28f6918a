import Foundation
import Subprocess
import TestSupport
import Testing

private let workbook = Program(name: "workbook")

/// Nothing is built here: the folder that tests run from is locked while they do.
@Suite(.timeLimit(.minutes(30))) struct AllChaptersTests {
  @Test("help explains every option of drawing, in both languages")
  func help() async throws {
    let chapter = try await Program(name: "chapter3").run("figures", "--help", "--lang", "en")
    let english = try await workbook.run("figures", "--help", "--lang", "en")
    let korean = try await workbook.run("figures", "--help", "--lang", "ko")
    for option in ["<names>", "--list", "--out", "--format", "--size", "--scale", "--theme", "--background", "--lang"] {
      #expect(chapter.output.contains("\n  \(option) "), "\(option)")
      #expect(english.output.contains("\n  \(option) ") && korean.output.contains("\n  \(option) "), "\(option)")
    }
    #expect(english.output.contains("folder to write figures to") && korean.output.contains("그림을 쓸 폴더"))
  }

  @Test(
    "asked for nothing, it says what can be asked",
    arguments: [[], ["--lang", "en"], ["--lang=en", "--help"], ["help"]])
  func nothing(_ arguments: [String]) async throws {
    let outcome = try await workbook.run(arguments)
    #expect(outcome.status == 0 && outcome.complaint == "")
    #expect(outcome.output.contains("\n  doctor "))
    #expect(outcome.output.contains(arguments.isEmpty || arguments == ["help"] ? "모든 장" : "all chapters"))
  }

  @Test("a word that is no command is named, whatever the language")
  func nonsense() async throws {
    for arguments in [["figurse", "--lang", "en"], ["--lang", "en", "figurse"]] {
      let outcome = try await workbook.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.complaint.contains("Not understood here: figurse. Did you mean figures?"))
    }
  }

  @Test("all chapters list their figures in order, and a name is looked up in all of them")
  func names() async throws {
    var lists: [String] = []
    for chapter in Program.chapters {
      lists.append(try await Program(name: chapter).run("figures", "--list", "--lang", "en").output)
    }
    let all = try await workbook.run("figures", "--skip-build", "--list", "--lang", "en")
    #expect(all.status == 0 && all.output == lists.joined())

    let name = try #require(lists.last?.split(separator: "\n").last?.prefix { $0 != " " })
    let folder = try TemporaryFolder()
    let drawn = try await workbook.run("figures", "--skip-build", "\(name)", "--lang", "ko", "--out", folder.path)
    #expect(drawn.status == 0, "\(drawn.complaint)")
    #expect(folder.contents == ["\(name).ko.png"])

    let unknown = try await workbook.run("figures", "--skip-build", "\(name)x", "--lang", "en", "--out", folder.path)
    #expect(unknown.status == 1)
    #expect(unknown.complaint.contains("Did you mean “\(name)”?"))
    #expect(unknown.complaint.split(separator: "\n").count == 1)
  }

  @Test("a signal that ends the workbook ends the chapter that it runs", arguments: [Signal.terminate, .interrupt])
  func signals(_ signal: Signal) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await workbook.run(
      ["figures", "--skip-build", "--scale", "4", "--out", folder.path],
      until: "ps -axww -o command= | grep -q '[/]chapter[0-9] .*\(folder.path)'", then: signal)
    #expect(outcome.status == 128 + Int(signal.rawValue))
    #expect(try await processes(naming: folder.path) == 0)
    // What was drawn before the signal is whole.
    for name in folder.contents { #expect(try isWholePNG("\(folder.path)/\(name)"), "\(name)") }
  }

  @Test("a reader who has seen enough ends all quietly, whatever still runs")
  func readerLeaves() async throws {
    let folder = try TemporaryFolder()
    let program = workbook.folder.appending(path: "workbook").path
    for command in ["figures --skip-build --list | head -1", "figures --skip-build --out \(folder.path) | true"] {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", "'\(program)' \(command)"], output: .string(limit: 1 << 20),
        error: .string(limit: 1 << 20))
      #expect(result.standardError.split(separator: "\n").allSatisfy { $0.hasPrefix("[") }, "\(result.standardError)")
    }
    #expect(try await processes(naming: folder.path) == 0)
  }

  /// Whether a file begins and ends as a PNG does.
  private func isWholePNG(_ path: String) throws -> Bool {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.suffix(8).starts(with: Array("IEND".utf8))
  }

  /// How many processes have `word` in their command line.
  private func processes(naming word: String) async throws -> Int {
    let list = try await Subprocess.run(
      .name("ps"), arguments: ["-axww", "-o", "command="], output: .string(limit: 1 << 24))
    return list.standardOutput.split(separator: "\n").count { $0.contains(word) }
  }
}
