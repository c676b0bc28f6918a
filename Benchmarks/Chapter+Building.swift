import Chapters
import Foundation
import Subprocess

extension Chapter {
  /// Builds the chapter where needed.
  ///
  /// - Returns: the path of its executable.
  /// - Throws: where it cannot be built; the compiler has said why.
  func executable() async throws -> String {
    guard let program = Bundle.main.executableURL else {
      throw WholeProcess.Failure(command: product, reason: "where?")
    }
    let folder = program.resolvingSymlinksInPath().deletingLastPathComponent()
    let arguments = [
      "build", "--package-path", repository.root.path, "--product", product, "--quiet",
      "--configuration", folder.lastPathComponent.lowercased(),
      "--scratch-path", folder.deletingLastPathComponent().deletingLastPathComponent().path,
    ]
    let result = try await Subprocess.run(
      .name("swift"), arguments: .init(arguments), output: .currentStandardError, error: .currentStandardError)
    guard result.terminationStatus.isSuccess else {
      throw WholeProcess.Failure(command: "swift build --product \(product)", reason: "failed")
    }
    return folder.appending(path: product).path
  }
}
