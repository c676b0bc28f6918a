import Foundation
import Testing

@testable import Grading

private let imports: [(source: String, module: String, line: Int)] = [
  ("import Losses", "Losses", 1), ("import Foundation\n@testable import Losses", "Losses", 2),
  ("@_exported import Boxes", "Boxes", 1), ("import/* */Losses", "Losses", 1), ("import // x\nLosses", "Losses", 1),
  ("import\n\n  Losses", "Losses", 1), ("let a = 1; import Losses", "Losses", 1),
  ("import struct Losses.Focal", "Losses", 1),
  ("public import Kernels", "Kernels", 1), ("#if os(Plan9)\nimport Detection\n#endif", "Detection", 2),
  ("import `Losses`", "Losses", 1), ("import func Losses . focalLoss", "Losses", 1),
  ("/* /* */ */ import Grading", "Grading", 1), ("let s = \"/*\"\nimport Losses // \"*/\"", "Losses", 2),
  ("let s = #\"\"\"#\nimport Losses", "Losses", 2), ("let s = \"\\\"\"; import Losses", "Losses", 1),
  ("let r = #/\"/#\nimport Losses", "Losses", 2), ("let s = \"\\(\"\\(1)\")\"; import Losses", "Losses", 1),
  ("import Exercises", "Exercises", 1), ("import Glibc", "Glibc", 1), ("import Darwin", "Darwin", 1),
  ("import Subprocess", "Subprocess", 1), ("import FoundationNetworking", "FoundationNetworking", 1),
  ("import class Glibc.FILE", "Glibc", 1), ("import ../Losses", ".", 1),
]

private let reaching: [(source: String, what: String)] = [
  ("@_cdecl(\"write\") func w() {}", "@_cdecl"), ("@ _silgen_name(\"prctl\") func p()", "@_silgen_name"),
  ("@/* */_cdecl(\"x\") func w() {}", "@_cdecl"), ("@`_cdecl`(\"x\") func w() {}", "@_cdecl"),
  ("@c func write() {}", "@c"), ("@section(\".init_array\") let a = 1", "@section"),
  ("@_section(\"x\") let a = 1", "@_section"),
  ("@used let a = 1", "@used"), ("@main struct M {}", "@main"), ("@_extern(c) func f()", "@_extern"),
  ("@NSApplicationMain class A {}", "@NSApplicationMain"), ("@objc class A {}", "@objc"),
  ("@abi(func f()) func g() {}", "@abi"), ("@convention(c) () -> Void", "@convention"),
  ("#if os(Plan9)\n@_cdecl(\"x\") func w() {}\n#endif", "@_cdecl"),
  ("let s = \"\\({ @_silgen_name(\"x\") func f(); return 1 }())\"", "@_silgen_name"),
  ("let s = \"\"\"\n\\({ @_cdecl(\"x\") func f() {}; return 1 }())\n\"\"\"", "@_cdecl"),
  ("let s = #\"\\#({ @_cdecl(\"x\") func f() {}; return 1 }())\"#", "@_cdecl"),
  ("#sourceLocation(file: \"other.swift\", line: 1)", "#sourceLocation"),
  ("macro m() = #externalMacro(module: \"A\", type: \"B\")", "#externalMacro"),
  ("enum WorkbookRunner {}", "WorkbookRunner"),
]

private let harmless = [
  "import Foundation", "public import Foundation\nimport struct Foundation.Data", "// import Losses",
  "/* import Losses */",
  "let s = \"import Losses\"", "let s = \"\"\"\n  import Losses\n  @_cdecl\n  \"\"\"",
  "let s = #\"\\(import Losses)\"#",
  "func f(import x: Int) {}\nf(import: 1)", "let a = b.import", "// me@company.org, #1",
  "let s = \"a@_b #sourceLocation\"",
  "@discardableResult func f() -> Int { 1 }", "@available(*, deprecated) func f() {}", "@inline(__always) func f() {}",
  "func f(_ g: @escaping @Sendable () -> Void) {}",
  "@propertyWrapper struct Clamped {}\nstruct A { @Clamped var x = 1 }",
  "#if DEBUG\n#warning(\"x\")\n#endif", "print(#line, #function)", "let r = #/import Losses/#",
  "infix operator ** : Power",
]

@Suite struct RefusalTests {
  @Test("other modules are refused wherever their import hides, the book's own in words of their own")
  func importing() {
    for (source, module, line) in imports {
      let refusal = SubmissionSource(source).refusal
      let isOfBook = ["Losses", "Boxes", "Kernels", "Detection", "Grading", "Exercises"].contains(module)
      #expect(
        refusal == (isOfBook ? .importsBook(module: module, line: line) : .imports(module: module, line: line)),
        "\(source)")
    }
  }

  @Test("what reaches outside of the language is refused wherever it hides")
  func reachingOut() {
    for (source, what) in reaching {
      guard case .reachesOutside(what, line: _) = SubmissionSource(source).refusal else {
        Issue.record("\(source): \(String(describing: SubmissionSource(source).refusal))")
        continue
      }
    }
  }

  @Test("what only looks like it is not refused")
  func innocent() {
    for source in harmless { #expect(SubmissionSource(source).refusal == nil, "\(source)") }
  }

  @Test("a file too large is refused")
  func large() {
    #expect(SubmissionSource(String(repeating: "/", count: TextFile.limit)).refusal == nil)
    #expect(
      SubmissionSource(String(repeating: "/", count: TextFile.limit + 1)).refusal == .tooLarge(limit: TextFile.limit))
  }

  @Test("an exercise of a refused file is told why, and other answers are graded")
  func graded() async {
    let source = "import Foundation\nimport Losses\n" + Handed.source(2...3, Handed.right)
    let numeric = Exercise(
      "9.21", .byHand, minutes: 1,
      .numeric(
        .init(.exact) { _ in
          var drawn = NumericTask.Drawn()
          drawn.answer = 4
          return drawn
        }))
    var answers = AnswerSheet()
    answers["9.21"] = "4"
    let report = await Grader(model: Handed.model).grade(
      Handed.exercises[1...2] + [numeric], for: Seed(1),
      Submission(code: .success(SubmissionSource(source)), answers: answers))
    #expect(report.verdicts["9.2"] == .refused(.importsBook(module: "Losses", line: 2)))
    #expect(report.verdicts["9.3"] == .refused(.importsBook(module: "Losses", line: 2)))
    #expect(report.verdicts["9.21"] == .passed)
  }
}
