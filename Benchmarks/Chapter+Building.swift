import Chapters
import Console
import Subprocess

extension Chapter {
  /// Builds the chapter where needed.
  ///
  /// - Returns: the path of its executable.
  /// - Throws: where it cannot be built; the compiler has said why.
  func executable() async throws -> String {
    let folder = try BuildFolder.ofThisProcess()
    let words = folder.words(building: product, of: repository.root.path)
    let result = try await Subprocess.run(
      .name("swift"), arguments: .init(words), output: .currentStandardError, error: .currentStandardError)
    guard result.terminationStatus.isSuccess else {
      throw WholeProcess.Failure(command: "swift build --product \(product)", reason: "failed")
    }
    return folder.path(of: product)
  }
}
