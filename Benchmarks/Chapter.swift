import Foundation
import Subprocess

/// A chapter of this repository, built beside this program and in the same way.
struct Chapter {
  let number: Int
  /// `3-balanced-cross-entropy`
  let name: String

  var product: String { "chapter\(number)" }

  /// The folders of `chapters` that start with a number, in its order.
  static var all: [Chapter] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: repository.appending(path: "chapters").path)
    let chapters = (names ?? []).compactMap { name in
      Int(name.prefix { $0 != "-" }).map { Chapter(number: $0, name: name) }
    }
    return chapters.sorted { $0.number < $1.number }
  }

  /// Its committed figures.
  var figures: [URL] {
    let folder = Self.repository.appending(path: "figures/\(name)")
    return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }

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
      "build", "--package-path", Self.repository.path, "--product", product, "--quiet",
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

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
}
