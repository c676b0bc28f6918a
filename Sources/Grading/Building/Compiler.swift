import Chapters
import Foundation
import Subprocess

/// The Swift compiler, on the files of one workplace.
struct Compiler: Sendable {
  static let program = "swiftc"

  let place: Workplace
  let limits: GradingLimits

  /// An error as the compiler tells it: lines from 1, columns in bytes.
  struct Complaint: Sendable, Hashable {
    let file: String
    let line: Int
    let column: Int
    let text: String
  }

  enum Outcome: Sendable {
    case built
    case complained([Complaint])
    /// It ended without telling an error, or did not end; its last words.
    case gaveUp(String)
  }

  /// Compiles the module that asks, from this package's own sources.
  func buildRunner() async throws(GradingError) {
    let folder = Repository.own.path("Sources/Grading")
    let outcome = try await compile(
      ["Calls", "Filter"].map { "\(folder)/Runner/\($0).swift" } + ["\(folder)/Exercise/Question.swift"],
      [
        "-parse-as-library", "-module-name", Glue.runner, "-emit-module", "-emit-module-path",
        "\(Glue.runner).swiftmodule", "-c", "-o", "\(Glue.runner).o",
      ])
    switch outcome {
    case .built: return
    case .complained(let complaints): throw .compilerFailed(complaints.first?.text ?? "")
    case .gaveUp(let words): throw .compilerFailed(words)
    }
  }

  /// Compiles a submission and links it to one program.
  /// - Parameter runner: where the module that asks is.
  func build(_ files: [String], with runner: Workplace, to program: String) async throws(GradingError) -> Outcome {
    try await compile(
      files,
      [
        "-module-name", "Submission", "-I", runner.folder.path, runner["\(Glue.runner).o"].path, "-o", program,
      ] + Self.linking)
  }

  // MARK: - Calling it

  private func compile(_ files: [String], _ options: [String]) async throws(GradingError) -> Outcome {
    let process = ChildProcess(
      command: Confinement.ofCompiler(limits) + [Self.program] + Self.options + options + files,
      // What a compiler that is stopped leaves behind is removed with the workplace.
      environment: .inherit.updating(["TMPDIR": place.folder.path]), folder: place.folder,
      // A compiler does not sleep: on a busy machine it may take its time.
      limits: .init(seconds: 20 * limits.compilation, bytes: 1 << 20))
    let outcome = try await process.run()
    if outcome.end == .exited(0) { return .built }
    let words = String(decoding: outcome.complaint, as: UTF8.self)
    let complaints = Self.complaints(in: words)
    if outcome.end == .exited(127) || words.contains("failed to execute \(Self.program)") { throw .noCompiler }
    return complaints.isEmpty ? .gaveUp(String(words.suffix(400))) : .complained(complaints)
  }

  private static let options: [String] = {
    let common = [
      "-swift-version", "5", "-Onone", "-wmo", "-suppress-warnings", "-diagnostic-style=llvm", "-no-color-diagnostics",
      "-Xfrontend", "-solver-expression-time-threshold=4",
    ]
    #if os(Linux)
      // A program that needs no file beside itself runs where there are none.
      return common + ["-static-executable"]
    #else
      return common
    #endif
  }()

  private static let linking: [String] = {
    #if os(Linux)
      // Comes with Swift, and takes half the time of the system's own.
      return ["-use-ld=lld"]
    #else
      return []
    #endif
  }()

  // MARK: - Reading what it says

  /// `Exercises.swift:12:5: error: cannot find 'x' in scope`
  private static func complaints(in words: String) -> [Complaint] {
    words.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): error: (.*)/), let line = Int(match.2),
        let column = Int(match.3)
      else { return nil }
      let file = match.1.split(separator: "/").last ?? match.1
      return Complaint(file: String(file), line: line, column: column, text: String(match.4))
    }
  }
}
