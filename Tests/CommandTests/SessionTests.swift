import Chapters
import Exercises
import Foundation
import Grading
import Subprocess
import TestSupport
import Testing

private let session = Program(name: "session")

/// What a leader does, from plan to results, by the real commands.
@Suite(.timeLimit(.minutes(30))) struct SessionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  private func read(_ name: String) throws -> String { try folder.text(of: name) }

  private func run(_ words: String...) async throws -> Program.Outcome {
    try await session.run(words.map { $0.replacing("DESK", with: folder.path) })
  }

  /// A row of the report, by exercise.
  private func row(of name: String) throws -> [String: String] {
    let rows = try read("report/report.csv").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = rows.first, let row = rows.first(where: { $0.first == name }) else { return [:] }
    return Dictionary(zip(header, row)) { first, _ in first }
  }

  private static let model =
    (try? String(
      contentsOfFile: Repository.own.path("chapters/3-balanced-cross-entropy/Solutions.swift"), encoding: .utf8)) ?? ""

  /// Everybody's right answers, but of code.
  private static func answers(_ name: String) -> String {
    let lines = Exercise.ofChapter(3).compactMap { exercise -> String? in
      var random = Seed(name: name).generator(for: exercise.id)
      switch exercise.task {
      case .numeric(let task): return "\(exercise.id): \(task.draw(&random).answer)"
      case .prediction(let task): return "\(exercise.id): \(task.draw(&random).answer)"
      case .exploration(let task):
        return "\(exercise.id): \(task.draw(&random).example.map { "\($0)" }.joined(separator: "; "))"
      case .code: return nil
      }
    }
    return (["name: \(name)"] + lines).joined(separator: "\n")
  }

  @Test("a plan says minutes and what is needed first; an unknown exercise is told with the nearest")
  func plan() async throws {
    let plan = try await run("plan", "--exercises", "3.1,3.5", "--minutes", "10", "--lang", "en")
    #expect(
      plan.status == 0 && plan.output.contains("3.2 (not in the plan)") && plan.output.contains("more than the 10"))
    let unknown = try await run("plan", "--exercises", "3.77", "--lang", "en")
    #expect(unknown.status == 1 && unknown.complaint.contains("Did you mean 3."))
    let typo = try await run("plann", "--lang", "en")
    #expect(
      typo.status == 64 && typo.complaint.contains("Did you mean plan?") && typo.complaint.contains("workbook session"))
  }

  @Test("the workbook starts it, with its words, its output and its status")
  func throughWorkbook() async throws {
    let workbook = Program(name: "workbook")
    let plan = try await workbook.run("session", "--skip-build", "plan", "--exercises", "3.1", "--lang", "en")
    #expect(plan.status == 0 && plan.output.contains("5 minutes in all"))
    let help = try await workbook.run("session", "--skip-build", "grade", "--help", "--lang", "en")
    #expect(help.status == 0 && help.output.contains("--jobs"))
    #expect(try await workbook.run("session", "--skip-build", "plan", "--exercises", "9.9").status == 1)
  }

  @Test("handed out, answered, graded: who is right passes, and a second time nothing is graded again")
  func wholeWay() async throws {
    try write("\u{FEFF}이름,언어\r\n김민지,ko\r\n\"Lee, Seojun\",en\r\n박별,\r\n", to: "people.csv")
    let handout = try await run("handout", "--people", "DESK/people.csv", "--lang", "ko", "--out", "DESK/s5")
    #expect(handout.status == 0, "\(handout.complaint)")
    #expect(folder.contents.contains("s5/Lee, Seojun/Lee, Seojun.pdf"))
    try write(Self.answers("김민지"), to: "subs/김민지/answers.txt")
    try write(Self.model, to: "subs/김민지/fork/chapters/3-balanced-cross-entropy/Exercises.swift")
    try write("3.1: z\n", to: "subs/lee_seojun.txt")
    let grade = ["grade", "DESK/subs", "--out", "DESK/report", "--lang", "en"]
    let first = try await session.run(grade.map { $0.replacing("DESK", with: folder.path) })
    #expect(first.status == 0, "\(first.complaint)")
    #expect(
      first.complaint.contains("Grading with the people and seeds of") && first.complaint.contains("/s5/session.json"))
    #expect(try row(of: "김민지")["passed"] == "\(Exercise.ofChapter(3).count)")
    #expect(first.output.contains("Nothing from 1: 박별"))
    #expect(try read("report/feedback/Lee, Seojun.md").contains("Cannot read a number in “z”"))
    #expect(try read("report/feedback/김민지.md").contains("맞았습니다"))
    let picture = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/report/report.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let second = try await session.run(grade.map { $0.replacing("DESK", with: folder.path) })
    #expect(second.output.contains("Not graded again, as nothing has changed: 2"))
  }

  /// What strangers may try instead of solving 3.2, and what has to come of it.
  static let attacks: [(name: String, body: String, before: String, verdicts: Set<String>)] = [
    ("printer", "print(\"passed\"); return .nan", "", ["not begun"]),
    ("quitter", "exit(0)", "", ["ended itself", "trapped", "was ended"]),
    ("sleeper", "while true {}", "", ["ran too long"]),
    (
      "glutton", "var all: [[Double]] = []; while true { all.append([Double](repeating: p, count: 1 << 20)) }", "",
      ["too much memory", "trapped", "was ended"]
    ),
    ("borrower", "return 0", "import Losses\n", ["not accepted"]),
    ("crasher", "let none: [Double] = []; return none[3]", "", ["trapped"]),
    (
      "forger",
      "for path in [\"report\", \"../report\", \"\(NSTemporaryDirectory())\"] { try? \"passed\".write(toFile: path + \"/report.csv\", atomically: true, encoding: .utf8) }; return 0",
      "", ["wrong result", "law: mirror", "law: certain"]
    ),
  ]

  @Test("attackers get nothing by it, and nobody else's results suffer")
  func attackers() async throws {
    try write("name\n김민지\n" + Self.attacks.map { $0.name + "\n" }.joined(), to: "people.csv")
    let out = try await run(
      "handout", "--people", "DESK/people.csv", "--out", "DESK/s5", "--exercises", "3.1,3.2", "--lang", "en")
    #expect(out.status == 0, "\(out.complaint)")
    for attack in Self.attacks {
      let code = """
        import Foundation
        \(attack.before)
        // MARK: - 3.2 attack

        func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
          \(attack.body)
        }
        """
      try write(code, to: "subs/\(attack.name)/Exercises.swift")
      try write("name: 김민지\n3.1: passed\n", to: "subs/\(attack.name)/answers.txt")
      try write("name,passed\n\(attack.name),9\n", to: "subs/\(attack.name)/report.csv")
      try write("{}", to: "subs/\(attack.name)/graded/\(attack.name).json")
    }
    try write(Self.model, to: "subs/김민지/Exercises.swift")
    try write(Self.answers("김민지"), to: "subs/김민지/answers.txt")
    let grade = try await run("grade", "DESK/subs", "--session", "DESK/s5", "--out", "DESK/report", "--lang", "en")
    #expect(grade.status == 0, "\(grade.complaint)")
    #expect(try row(of: "김민지")["passed"] == "2")
    for attack in Self.attacks {
      let row = try row(of: attack.name)
      #expect(row["passed"] == "0" && row["3.1"] == "unreadable answer", "\(row)")
      #expect(attack.verdicts.contains(row["3.2"] ?? ""), "\(attack.name): \(row["3.2"] ?? "")")
    }
  }

  @Test("ended by a signal, it says how to go on, and goes on", arguments: [Signal.interrupt, .terminate])
  func ended(_ signal: Signal) async throws {
    // Enough of them to keep it busy until it gets its signal.
    let people = (1...20).map { "person\($0)" }
    for person in people {
      let code =
        "import Foundation\n// MARK: - 3.2 slow\nfunc balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {\n  while true {}\n}\n"
      try write(person == "person1" ? Self.model : code, to: "subs/\(person)/Exercises.swift")
    }
    let words = [
      "grade", folder.path + "/subs", "--out", folder.path + "/report", "--exercises", "3.2", "--jobs", "1", "--lang",
      "en",
    ]
    let first = try await session.run(words, until: "[ -e '\(folder.path)/report/graded/person1.json' ]", then: signal)
    #expect(first.status == 128 + Int(signal.rawValue))
    for person in people.dropFirst(2) { try FileManager.default.removeItem(atPath: folder.path + "/subs/" + person) }
    let again = try await session.run(words)
    #expect(again.status == 0 && again.output.contains("Not graded again, as nothing has changed: "))
    #expect(folder.contents.contains("report/report.csv"))
  }

  @Test("folders and paths that will not do are told, with the next step, and nothing is written")
  func badPaths() async throws {
    try write("x", to: "subs/a/answers.txt")
    try write("x", to: "thesis/thesis.md")
    for (words, complaint) in [
      (["grade", "DESK/none", "--out", "DESK/report"], "Cannot read the folder"),
      (["grade", "DESK/subs", "--out", "DESK/subs/report"], "lies in"),
      (["grade", "DESK/subs", "--out", "DESK/thesis"], "no results of grading"),
      (["grade", "DESK/subs", "--out", "DESK/report", "--session", "DESK/thesis"], "no session.json"),
      (["handout", "--people", "DESK/none.csv", "--out", "DESK/s5"], "Cannot read"),
      (["handout", "--people", "DESK/thesis", "--out", "DESK/s5"], "Cannot read"),
      (["handout", "--people", "DESK/subs/a/answers.txt", "--out", "DESK/s5"], "no column name"),
    ] {
      let outcome = try await session.run((words + ["--lang", "en"]).map { $0.replacing("DESK", with: folder.path) })
      #expect(outcome.status == 1 && outcome.complaint.contains(complaint), "\(words): \(outcome.complaint)")
    }
    #expect(folder.contents == ["subs", "subs/a", "subs/a/answers.txt", "thesis", "thesis/thesis.md"])
  }
}
