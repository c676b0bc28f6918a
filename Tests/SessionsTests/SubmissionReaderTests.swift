import Foundation
import Grading
import Localization
import Testing

@testable import Sessions

@Suite struct SubmissionReaderTests {
  private let desk: Desk
  private let person = Person(name: "김민지", language: .ko)
  private let stub = theBook.sources(of: 3)?.stub.text ?? ""
  private let model = theBook.sources(of: 3)?.model.text ?? ""

  init() throws { desk = try Desk() }

  private func read(_ entries: String...) -> HandedIn {
    SubmissionReader(root: desk.path, exercises: theBook.exercises(chapter3), stubs: [3: stub], known: theBook.ids)
      .read(entries.isEmpty ? ["김민지"] : entries, of: person)
  }

  private func code(_ handedIn: HandedIn) -> String? { (try? handedIn.code[3]?.get())?.text }

  @Test(
    "code and answers are found wherever they lie",
    arguments: [
      ("Exercises.swift", "answers.txt"), ("Exercises3.swift", "답안.txt"),
      ("a/b/c/exercises 3 (1).swift", "x/Answers (2).txt"),
      ("my solution.swift", "notes.txt"),
      ("fork/chapters/3-balanced/Exercises.swift", "fork/chapters/3-balanced/answers.txt"),
    ])
  func places(_ code: String, _ answers: String) throws {
    try desk.write(model, to: "김민지/\(code)")
    try desk.write("name: 김민지\n3.1: 2.2\n", to: "김민지/\(answers)")
    let handedIn = read()
    #expect(self.code(handedIn) == model)
    #expect(handedIn.answers == [id("3.1"): "2.2"])
    #expect(handedIn.remarks == [])
    #expect(handedIn.files.count == 2)
  }

  @Test("of a whole fork, only what readers write is taken")
  func fork() throws {
    for (path, text) in [
      ("Package.swift", "// swift-tools-version: 6.2"), ("Sources/Exercises/Exercise+Book.swift", model),
      ("Tests/ExercisesTests/Mistakes/exercises3.swift", model), ("chapters/3-x/Exercises.swift", model + "// mine\n"),
      ("chapters/3-x/Solutions.swift", model), ("chapters/2-y/Exercises.swift", "// MARK: - 2.1 other\n"),
      ("chapters/3-x/answers.txt", "3.1: 1"), ("chapters/2-y/answers.txt", "name:\n2.1: 1"),
    ] { try desk.write(text, to: "김민지/\(path)") }
    let handedIn = read()
    #expect(code(handedIn) == model + "// mine\n")
    #expect(handedIn.answers == [id("3.1"): "1"])
  }

  @Test("of several files the one that was worked on is graded, then the nearest, and it is told")
  func several() throws {
    try desk.write(stub, to: "김민지/Exercises.swift")
    try desk.write(model, to: "김민지/deep/Exercises.swift")
    #expect(code(read()) == model)
    #expect(read().remarks.isEmpty)
    try desk.write(model + "//\n", to: "김민지/Exercises3.swift")
    #expect(code(read()) == model + "//\n")
    #expect(read().remarks.count == 1)
  }

  @Test("answers of several files are put together, and a contradiction is told")
  func contradictions() throws {
    try desk.write("3.1: 1\n3.3:\n", to: "김민지/answers.txt")
    try desk.write("3.1: 2\n3.3: b\n", to: "김민지/fork/answers.txt")
    let handedIn = read()
    #expect(handedIn.answers == [id("3.1"): "1", id("3.3"): "b"])
    #expect(handedIn.remarks.count == 1)
  }

  @Test("a name in the answers chooses nothing")
  func names() throws {
    try desk.write("name: 이서준\n3.1: 1\n", to: "김민지/answers.txt")
    let handedIn = read()
    #expect(handedIn.answers == [id("3.1"): "1"])
    #expect(handedIn.remarks.first?.ko.contains("이서준") == true)
    let digests = [Seed(1), Seed(2)].map { handedIn.digest($0, judges: []) }
    #expect(Set(digests).count == 2)
  }

  @Test("what cannot be read is refused by what it is")
  func unreadable() throws {
    try desk.write([0xFF, 0xFE, 0x41, 0x00], to: "김민지/Exercises.swift")
    #expect(read().code[3] == .failure(.encoding(.utf16)))
    #expect(truncate(desk.path + "/김민지/Exercises.swift", 1 << 30) == 0)
    #expect(read().code[3] == .failure(.tooLarge(limit: TextFile.limit)))
    try desk.write([0xB1, 0xE8], to: "김민지/answers.txt")
    #expect(read().remarks.contains { $0.ko.contains("CP949") })
  }

  @Test("an empty folder, a link and a pipe hand in nothing")
  func nothing() throws {
    try FileManager.default.createDirectory(atPath: desk.path + "/김민지", withIntermediateDirectories: true)
    #expect(read().files.isEmpty && read().code.isEmpty && read().remarks.isEmpty)
    let secret = try desk.write(model, to: "Solutions.swift")
    try FileManager.default.createSymbolicLink(atPath: desk.path + "/김민지/Exercises.swift", withDestinationPath: secret)
    #expect(mkfifo(desk.path + "/김민지/answers.txt", 0o644) == 0)
    #expect(read().files.isEmpty && read().code.isEmpty)
    #expect(read().remarks.count == 2)
    #expect(read().submission(for: 3).code == .failure(.missing(file: "Exercises.swift")))
  }

  @Test("the digest changes with code, answers, seed and exercises, and with nothing else")
  func digest() throws {
    try desk.write(model, to: "김민지/Exercises.swift")
    try desk.write("3.1: 1\n", to: "김민지/answers.txt")
    func digest(_ seed: Seed = Seed(1), _ judges: [String] = ["3.1", "3.2"]) -> String {
      read().digest(seed, judges: judges)
    }
    let first = digest()
    try desk.write("# a note\nname: 김민지\n3.1: 1\n", to: "김민지/answers.txt")
    #expect(digest() == first)
    #expect(digest(Seed(2)) != first)
    #expect(digest(Seed(1), ["3.1"]) != first)
    try desk.write(model + "// more\n", to: "김민지/Exercises.swift")
    let second = digest()
    #expect(second != first)
    try desk.write("3.1: 2\n", to: "김민지/answers.txt")
    #expect(digest() != second)
  }
}
