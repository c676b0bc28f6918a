import Exercises
import Foundation
import Grading
import TestSupport
import Testing

/// Chapter 3, which becomes the program that grades, as it was built for these tests.
private enum Chapter3 {
  static let program = Program(name: "chapter3")

  static func run(_ arguments: String...) async throws -> Program.Outcome { try await run(arguments) }

  static func run(_ arguments: [String]) async throws -> Program.Outcome {
    try await program.run(arguments + ["--skip-build"])
  }
}

/// The commands about exercises, in a folder of the test's own.
@Suite(.timeLimit(.minutes(30))) struct ExerciseTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test("the list shows every exercise and how it stands, in both languages", arguments: ["ko", "en"])
  func list(language: String) async throws {
    let before = try await Chapter3.run("exercises", "--lang", language, "--folder", desk.path)
    #expect(before.status == 0 && before.complaint == "")
    for exercise in Exercise.ofChapter(3) { #expect(before.output.contains("· \(exercise.id) ")) }
    let passed = try await desk.check("3.1", desk.answer("3.1"))
    #expect(passed.status == 0)
    let after = try await Chapter3.run("exercises", "--lang", language, "--folder", desk.path)
    #expect(after.output.contains("✓ 3.1 "))
    // The mark goes with the work that passed.
    try desk.write("answers.txt", "name: 홍길동\n3.1: 5\n")
    #expect(try await Chapter3.run("exercises", "--folder", desk.path).output.contains("✗ 3.1 "))
  }

  @Test("one exercise is shown with the person's numbers and what to type, named in full or for short")
  func show() async throws {
    let outcome = try await Chapter3.run("exercises", "3.3", "--lang", "en", "--folder", desk.path)
    #expect(outcome.status == 0)
    for word in [
      "a. The object has the larger total.", "c. The backgrounds", "swift run chapter3 check 3.3 a", "about 5 minutes",
    ] {
      #expect(outcome.output.contains(word), "\(word)")
    }
    #expect(try await Chapter3.run("exercises", "3", "--lang", "en", "--folder", desk.path).output == outcome.output)
    try desk.write("answers.txt", "name: 김철수\n")
    #expect(try await Chapter3.run("exercises", "3", "--lang", "en", "--folder", desk.path).output != outcome.output)
    let code = try await Chapter3.run("exercises", "3.2", "--lang", "en", "--folder", desk.path)
    #expect(code.output.replacing("\n", with: "").contains("\(desk.path)/Exercises.swift:8"))
  }

  @Test("a right answer is written down, passes, and is explained with the model's numbers")
  func right() async throws {
    let outcome = try await desk.check("3.1", "약", desk.answer("3.1"), "--lang", "ko")
    #expect(outcome.status == 0 && outcome.complaint == "")
    #expect(outcome.output.contains("✓ 3.1") && outcome.output.contains("풀이"))
    #expect(outcome.output.contains("다음: swift run chapter3 exercises 3.2"))
    #expect(try desk.text("answers.txt").contains("3.1: 약 \(desk.answer("3.1"))\n"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("a known mistake gets its own words and no explanation; a wrong number tells nothing of the right one")
  func wrong() async throws {
    let mistake = try await desk.check("3.1", desk.mistake("3.1", "swappedAlpha"), "--lang", "en")
    #expect(mistake.status == 1 && mistake.output.contains("The weights are swapped."))
    #expect(!mistake.output.contains("Explanation"))
    let wrong = try await desk.check("3.1", "-12345", "--lang", "en")
    let answer = try desk.answer("3.1")
    #expect(wrong.status == 1 && wrong.output.contains("✗ 3.1") && !wrong.output.contains(answer))
    let solved = try await desk.check("3.1", "--show-solution", "--lang", "en")
    #expect(solved.status == 1 && solved.output.contains("Explanation"))
    #expect(solved.output.contains(answer))
  }

  @Test(
    "what cannot be read, or does not exist, is told with the next step, and nothing is written",
    arguments: [
      (["check", "3.1", "abc"], "Cannot read a number in “abc”."),
      (["check", "3.1", "1,234"], "can be read in two ways"),
      (["check", "3.3", "x"], "none of the choices"),
      (["check", "3.6", "10"], "2 numbers are asked for, and 1 given"),
      (["check", "3.2", "0.5"], "Here you write a function."),
      (["check", "3.22"], "Did you mean 3.2? The list: swift run chapter3 exercises"),
      (["check", "three"], "no exercise “three”"),
      (["check", "3.1", "0.5", "--show-solutoin"], "no option --show-solutoin"),
      (["check", "--show-solution"], "Say for which exercise: swift run chapter3 check 3.1 --show-solution"),
      (["hint"], "Say for which exercise: swift run chapter3 hint 3.1"), (["hint", "3.12"], "Did you mean 3.1?"),
      (["watch", "33"], "no exercise “33”"),
    ])
  func refused(arguments: [String], words: String) async throws {
    let outcome = try await Chapter3.run(arguments + ["--lang", "en", "--folder", desk.path])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    #expect(try desk.text("answers.txt") == Desk.answers)
  }

  @Test("a folder that is not there is not made")
  func noFolder() async throws {
    let folder = desk.path + "/exercise"
    let outcome = try await Chapter3.run("check", "3.1", "1", "--lang", "en", "--folder", folder)
    #expect(outcome.status == 1 && outcome.complaint.contains("There is no folder \(folder)."))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("several numbers may be typed one by one or with semicolons")
  func several() async throws {
    let example = try desk.example("3.6").map { "\($0)" }
    #expect(try await desk.check("3.6", example[0], example[1]).status == 0)
    #expect(try await desk.check("3.6", example.joined(separator: ";")).status == 0)
    #expect(try await desk.check("3.6", "1", "50", "--lang", "en").output.contains("hard enough") == false)
  }

  @Test("hints come one after another, and say how many are left; a damaged notebook counts as empty")
  func hints() async throws {
    func hint() async throws -> String {
      try await Chapter3.run("hint", "3.5", "--lang", "en", "--folder", desk.path).output
    }
    let first = try await hint()
    #expect(first.contains("hint 1/3") && first.contains("There are 2 more hints."))
    #expect(try await hint().contains("There is one more hint."))
    #expect(try await hint().contains("This is the last hint."))
    #expect(try await hint().contains("hint 3/3"))
    for damage in ["", "{", "[1]", "\u{0}"] {
      try desk.write(".exercises/chapter3.json", damage)
      #expect(try await hint() == first)
    }
  }
}

/// The same for functions, which are built and run.
@Suite(.timeLimit(.minutes(30))) struct ExerciseCodeTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test("one function that does not compile stops no other; what passes is explained with a model solution")
  func code() async throws {
    try desk.write(
      "Exercises.swift",
      desk.text("Exercises.swift").replacing(
        "  // TODO(3.2): 논문의 식 (3)을 옮기십시오. · Write down the paper's Eq. (3).\n  .nan",
        with: "  print(p)\n  return isObject ? -alpha * log(p) : -(1 - alpha) * log(1 - p)"
      ).replacing("  // TODO(3.5)", with: "  let x = logit +\n  // TODO(3.5)"))
    let all = try await Chapter3.run("check", "--lang", "en", "--folder", desk.path)
    #expect(all.status == 1)
    #expect(all.output.contains("✓ 3.2") && all.output.contains("✗ 3.5") && all.output.contains("· 3.7"))
    #expect(all.output.contains("It does not compile.") && all.output.contains("What the function printed:"))
    #expect(all.output.contains("1 of 9 passed."))
    let one = try await desk.check("3.2", "--lang", "en")
    #expect(one.status == 0 && one.output.contains("A model solution:") && one.output.contains("let alphaT"))
    let list = try await Chapter3.run("exercises", "--folder", desk.path)
    #expect(list.output.contains("✓ 3.2") && list.output.contains("✗ 3.5") && list.output.contains("· 3.7"))
  }

  @Test("a file in another encoding, or none, is told, and the other exercises are graded")
  func files() async throws {
    let path = desk.path + "/Exercises.swift"
    try #require(desk.text("Exercises.swift").data(using: .utf16)).write(to: URL(fileURLWithPath: path))
    let utf16 = try await desk.check("3.2", "--lang", "en")
    #expect(utf16.status == 1 && utf16.output.contains("looks like UTF-16"))
    try FileManager.default.removeItem(atPath: path)
    let missing = try await Chapter3.run("check", "--lang", "en", "--folder", desk.path)
    #expect(missing.status == 1 && missing.output.contains("Exercises.swift is missing"))
    #expect(missing.output.contains("No answer yet: swift run chapter3 check 3.1 ANSWER"))
  }

  @Test("watching grades again on each save, in place or by another file, and ends with a signal")
  func watch() async throws {
    try desk.write("seen.txt", "")
    let program = Process()
    program.executableURL = Chapter3.program.folder.appending(path: Chapter3.program.name)
    program.arguments = ["watch", "3.1", "--lang", "en", "--folder", desk.path, "--skip-build"]
    program.standardOutput = FileHandle(forWritingAtPath: desk.path + "/seen.txt")
    try program.run()
    defer { program.terminate() }
    try await until { try desk.text("seen.txt").contains("· 3.1") }
    try desk.write("answers.txt", "name: 홍길동\n3.1: -1\n")
    try await until { try desk.text("seen.txt").contains("✗ 3.1") }
    let answers = URL(fileURLWithPath: desk.path + "/answers.txt")
    try Data("name: 홍길동\n3.1: \(desk.answer("3.1"))\n".utf8).write(to: answers, options: .atomic)
    try await until { try desk.text("seen.txt").contains("✓ 3.1") }
    program.interrupt()
    try await until { !program.isRunning }
    try #require(!program.isRunning)
    #expect(program.terminationReason == .uncaughtSignal && program.terminationStatus == SIGINT)
  }

  /// Waits until it is so, but not for ever.
  private func until(_ condition: () throws -> Bool) async throws {
    for _ in 0..<600 {
      if try condition() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("it never came")
  }
}

/// A reader's own folder.
struct Desk: Sendable {
  static let answers = "name: 홍길동\n3.1:\n3.3:\n3.4:\n3.6:\n3.8:\n"
  private let folder: TemporaryFolder

  var path: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    let room = Program.repository.appending(path: "chapters/3-balanced-cross-entropy")
    try write("Exercises.swift", String(contentsOf: room.appending(path: "Exercises.swift"), encoding: .utf8))
    try write("answers.txt", Self.answers)
  }

  func write(_ name: String, _ text: String) throws { try folder.write(text, to: name) }

  func text(_ name: String) throws -> String { try folder.text(of: name) }

  func check(_ arguments: String...) async throws -> Program.Outcome {
    try await Chapter3.run(["check"] + arguments + ["--folder", path])
  }

  // MARK: - What is right for this reader

  private let person = Seed(name: "홍길동")

  private func exercise(_ id: String) throws -> Exercise {
    try #require(Exercise.ofChapter(3).first { "\($0.id)" == id })
  }

  private func drawn(_ id: String) throws -> NumericTask.Drawn {
    let exercise = try exercise(id)
    guard case .numeric(let task) = exercise.task else { throw NoSuchTask() }
    var random = person.generator(for: exercise.id)
    return task.draw(&random)
  }

  /// The right number, as the explanation shows it.
  func answer(_ id: String) throws -> String {
    try #require(drawn(id).numbers["answer"]).shown(in: .prose, .en)
  }

  func mistake(_ id: String, _ name: String) throws -> String { "\(try #require(drawn(id).mistakes[name]))" }

  func example(_ id: String) throws -> [Double] {
    let exercise = try exercise(id)
    guard case .exploration(let task) = exercise.task else { throw NoSuchTask() }
    var random = person.generator(for: exercise.id)
    return task.draw(&random).example
  }

  private struct NoSuchTask: Error {}
}
