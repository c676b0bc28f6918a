import ArgumentParser
import Console
import Foundation
import Localization
import Subprocess

/// Building chapters, and running one command in each of them.
struct BuildOptions: ParsableArguments {
  @Flag(help: .init(ko: "장을 다시 빌드하지 않고 빌드된 것을 씁니다", en: "use the chapters as they were built last"))
  var skipBuild = false

  /// Runs `arguments` in every chapter in turn, with a line of progress for each.
  ///
  /// - Throws: `ExitCode` of the first chapter that fails, after all had their turn; a command line that is not
  ///   understood ends the tour at once, because the next chapter would only repeat the complaint.
  func forEachChapter(run arguments: [String]) async throws {
    let chapters = try Chapter.all()
    let language = Language.ofThisProcess
    let built = try BuiltProducts.ofThisProcess()
    var failure: ExitCode?
    for (index, chapter) in chapters.enumerated() {
      StandardStreams.complain(
        "[\(index + 1)/\(chapters.count)] \(chapter.product) \(arguments.joined(separator: " "))")
      if !skipBuild { try await built.build(chapter.product, language) }
      let status = try await built.run(chapter.product, arguments)
      if status == ExitStatus.usage { throw ExitCode(status) }
      if status != 0 { failure = failure ?? ExitCode(status) }
    }
    if let failure { throw failure }
  }
}

/// A chapter: `chapters/3-balanced-cross-entropy`, run as `chapter3`.
struct Chapter {
  let number: Int
  let folder: URL

  var product: String { "chapter\(number)" }

  /// The folders of `chapters` whose names start with a number, in its order.
  static func all(in root: URL = repository) throws(CommandError) -> [Chapter] {
    let folder = root.appending(path: "chapters")
    let entries = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let chapters = (entries ?? []).compactMap { entry in
      Int(entry.lastPathComponent.prefix { $0 != "-" }).map { Chapter(number: $0, folder: entry) }
    }
    guard !chapters.isEmpty else { throw .noChapters(folder.path) }
    return chapters.sorted { $0.number < $1.number }
  }

  /// A workbook is always built where it runs.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// The folder in which this program lies, which is where its sisters, the chapters, are built.
struct BuiltProducts {
  let folder: URL

  static func ofThisProcess() throws(CommandError) -> BuiltProducts {
    guard let executable = Bundle.main.executableURL else { throw .unknownBuildFolder }
    return BuiltProducts(folder: executable.resolvingSymlinksInPath().deletingLastPathComponent())
  }

  /// Builds one product into this folder: `<scratch>/<triple>/<configuration>`.
  func build(_ product: String, _ language: Language) async throws {
    let configuration = folder.lastPathComponent.lowercased()
    let scratch = folder.deletingLastPathComponent().deletingLastPathComponent().path
    let result = try? await Subprocess.run(
      .name("swift"),
      arguments: [
        "build", "--package-path", Chapter.repository.path, "--scratch-path", scratch, "-c", configuration,
        "--product", product, "--quiet",
      ],
      output: .currentStandardError, error: .currentStandardError)
    guard let result else { throw CommandError.noSwift }
    guard result.terminationStatus.isSuccess else { throw CommandError.notBuilt(product) }
  }

  /// Runs a built product and returns its exit status.
  func run(_ product: String, _ arguments: [String]) async throws -> Int32 {
    let path = folder.appending(path: product).path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw CommandError.notBuilt(product) }
    let result = try await Subprocess.run(
      .path(.init(path)), arguments: .init(arguments), output: .currentStandardOutput, error: .currentStandardError)
    switch result.terminationStatus {
    case .exited(let code): return Int32(code)
    default: return ExitStatus.failure
    }
  }
}

enum CommandError: BilingualError {
  case noChapters(String)
  case unknownBuildFolder
  case notBuilt(String)
  case noSwift

  var message: Bilingual {
    switch self {
    case .noChapters(let folder):
      Bilingual(
        ko: "\(folder)에 장이 없습니다. 저장소를 다시 내려받으십시오.",
        en: "There are no chapters in \(folder). Clone the repository again.")
    case .unknownBuildFolder:
      Bilingual(
        ko: "빌드 폴더를 찾을 수 없습니다. swift run workbook으로 실행하십시오.",
        en: "Cannot find the build folder. Run it as swift run workbook.")
    case .noSwift:
      Bilingual(
        ko: "swift 명령을 찾을 수 없습니다. Swift를 PATH에 넣거나, 이미 빌드된 것을 쓰려면 --skip-build를 붙이십시오.",
        en: "The swift command is not found. Put Swift on the PATH, or add --skip-build to use what was built before.")
    case .notBuilt(let product):
      Bilingual(
        ko:
          "\(product)이(가) 빌드되지 않았습니다. swift build --product \(product)의 오류를 보고, 라이브러리가 빠졌으면 swift run workbook doctor를 실행하십시오.",
        en:
          "\(product) was not built. See what swift build --product \(product) says; if a library is missing, run swift run workbook doctor."
      )
    }
  }
}
