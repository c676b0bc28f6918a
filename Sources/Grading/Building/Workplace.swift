import Foundation

/// A temporary folder for one submission. It is removed when the work is done, also where that fails or is cancelled.
struct Workplace: Sendable {
  let folder: URL

  /// Does work in a new folder.
  static func with<Result>(_ work: (Workplace) async throws(GradingError) -> Result) async throws(GradingError)
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: prefix + UUID().uuidString)
    let place = Workplace(folder: folder)
    try place.makeFolder(".")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(place)
  }

  /// What such folders' names start with.
  static let prefix = "focal-loss-workbook-"

  subscript(name: String) -> URL { folder.appending(path: name) }

  /// A folder that nobody else may look into.
  func makeFolder(_ name: String) throws(GradingError) {
    do {
      try FileManager.default.createDirectory(
        at: self[name].standardizedFileURL, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch { throw .noTemporaryFolder(folder.deletingLastPathComponent().path) }
  }

  func write(_ text: String, to name: String) throws(GradingError) {
    do { try Data(text.utf8).write(to: self[name]) } catch { throw .noTemporaryFolder(folder.path) }
  }
}
