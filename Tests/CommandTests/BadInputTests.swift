import Foundation
import TestSupport
import Testing

private let chapter = Program(name: "chapter3")

/// Nothing is run that was not understood: one line in the reader's language, the option's name, no traces.
@Suite(.timeLimit(.minutes(30))) struct BadInputTests {
  @Test(
    "a value that cannot be used is refused in the reader's language, with the next step",
    arguments: [
      ["--lang", "fr"], ["--alpha", "2"], ["--alpha", "-1"], ["--alpha", "nan"], ["--alpha", "abc"],
      ["--alpha", "0,5"],
      ["--negatives", "0"], ["--negatives", "-1"], ["--negatives", "1.5"], ["--width", "3"], ["--width", "-1"],
      ["figures", "--format", "gif"], ["figures", "--theme", "pink"], ["figures", "--size", "0"],
      ["figures", "--size", "-1"], ["figures", "--size", "100000x100000"], ["figures", "--scale", "nan"],
      ["figures", "--background", "red"], ["figures", "--out", ""], ["--unknown"], ["nonsense"],
      ["weave", "--alpha", "0.5"],
    ])
  func refused(_ arguments: [String]) async throws {
    for (locale, summary) in [("ko_KR.UTF-8", "명령을 실행하지 않았습니다."), ("en_US.UTF-8", "Nothing was run.")] {
      let outcome = try await Program(name: "chapter3", environment: ["LANG": locale]).run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.output == "")
      #expect(outcome.complaint.hasPrefix(summary))
    }
  }

  @Test(
    "what the parser complains about is said in the reader's language, with the word that it is about",
    arguments: [
      (
        ["--alpah", "1"], "이 명령에 없는 선택 사항입니다: --alpah. 혹시 --alpha입니까?",
        "This command has no option --alpah. Did you mean --alpha?"
      ),
      (["weave", "--steps", "10"], "이 명령에 없는 선택 사항입니다: --steps.", "This command has no option --steps."),
      (["--alpha"], "--alpha 뒤에 값이 없습니다. 값을 이어 적으십시오.", "--alpha has no value. Type one behind it."),
      (
        ["--alpha", "2"], "--alpha에 쓸 수 없는 값입니다: ‘2’. 0…1 안의 값을 적으십시오.",
        "The value “2” cannot be used for --alpha. Type a value within 0…1."
      ),
      (
        ["figurse"], "이 자리에서 알 수 없는 말입니다: figurse. 혹시 figures입니까?",
        "Not understood here: figurse. Did you mean figures?"
      ),
      (["claims", "a", "b"], "이 자리에서 알 수 없는 말입니다: a b.", "Not understood here: a b."),
      (["--plain=no"], "값 없이 쓰는 선택 사항입니다: --plain. 뒤의 ‘no’ 없이 적으십시오.", "--plain takes no value. Type it without “no”."),
    ])
  func complaint(_ arguments: [String], korean: String, english: String) async throws {
    for (language, line) in [("ko", korean), ("en", english)] {
      let outcome = try await Program(name: "chapter3", environment: ["LANG": language]).run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.complaint.split(separator: "\n").dropFirst().first.map(String.init) == line)
    }
  }

  @Test("a prior that is no probability, or certain, is refused with the range", arguments: ["0", "1", "-0.1"])
  func prior(_ prior: String) async throws {
    for (language, words) in [("ko", "안의 값을 적으십시오."), ("en", "Type a value within")] {
      let outcome = try await Program(name: "chapter5").run("claims", "--prior", prior, "--lang", language)
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.complaint.contains("--prior") && outcome.complaint.contains(words))
    }
  }

  @Test("a misspelt choice suggests the right one")
  func nearest() async throws {
    let outcome = try await chapter.run("figures", "--theme", "drak", "--lang", "en")
    #expect(outcome.complaint.contains("Did you mean “dark”?"))
  }

  @Test("an unknown figure is refused with the nearest name, and nothing is drawn")
  func unknownFigure() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await chapter.run("figures", "balancedCurvse", "--out", folder.path, "--lang", "en")
    #expect(outcome.status == 1)
    #expect(outcome.complaint.contains("Did you mean “balancedCurves”?"))
    #expect(folder.contents.isEmpty)
  }

  @Test("a folder that cannot be written is named, with the reason, and nothing is left behind")
  func unwritable() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("kept", to: "file")
    let outcome = try await chapter.run("figures", "--out", file + "/below", "--lang", "en")
    #expect(outcome.status == 1)
    #expect(outcome.complaint.contains(file))
    #expect(outcome.complaint.contains("--out"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "kept")
    #expect(folder.contents == ["file"])
  }
}
