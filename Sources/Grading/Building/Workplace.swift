import Foundation
import Synchronization

/// A temporary folder for one submission. It is removed when the work is done, also where that fails or is cancelled.
struct Workplace: Sendable {
  let folder: URL

  /// Does work in a new folder.
  static func with<Result>(
    _ work: (Workplace) async throws(GradingError) -> Result
  ) async throws(GradingError) -> Result {
    let place = try new()
    defer { try? FileManager.default.removeItem(at: place.folder) }
    let lock = FolderLock(place.folder)
    let result = try await work(place)
    withExtendedLifetime(lock) {}
    return result
  }

  /// A new folder that is removed when the process ends; where that is killed, by the next one.
  static func ofThisProcess() throws(GradingError) -> Workplace {
    let place = try new()
    let lock = FolderLock(place.folder)
    let isFirst = lasting.withLock { lasting in
      lasting.append((place.folder, lock))
      return lasting.count == 1
    }
    if isFirst {
      atexit {
        Workplace.lasting.withLock { for (folder, _) in $0 { try? FileManager.default.removeItem(at: folder) } }
      }
    }
    return place
  }

  private static let lasting = Mutex<[(folder: URL, lock: FolderLock?)]>([])

  private static func new() throws(GradingError) -> Workplace {
    _ = sweeping
    let place = Workplace(folder: parent.appending(path: prefix + UUID().uuidString))
    try place.makeFolder(".")
    return place
  }

  subscript(name: String) -> URL { folder.appending(path: name) }

  /// A folder that nobody else may look into.
  func makeFolder(_ name: String) throws(GradingError) {
    do {
      try FileManager.default.createDirectory(
        at: self[name].standardizedFileURL, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch { throw .noTemporaryFolder(Self.parent.path) }
  }

  func write(_ text: String, to name: String) throws(GradingError) {
    do { try Data(text.utf8).write(to: self[name]) } catch { throw .noTemporaryFolder(folder.path) }
  }

  // MARK: - All of them

  /// What such folders' names start with.
  static let prefix = "focal-loss-workbook-"
  static let parent = FileManager.default.temporaryDirectory

  /// Once in a process, what was left behind by processes that were killed is removed.
  private static let sweeping: Void = removeAbandoned(olderThan: 60)

  /// Removes the folders that no process works in.
  /// - Parameter seconds: a folder may be that old before its process has locked it.
  static func removeAbandoned(olderThan seconds: Double) {
    let folders = (try? FileManager.default.contentsOfDirectory(at: parent, includingPropertiesForKeys: nil)) ?? []
    for folder in folders where folder.lastPathComponent.hasPrefix(prefix) {
      let changed = try? folder.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
      guard let changed, -changed.timeIntervalSinceNow > seconds, FolderLock(folder) != nil else { continue }
      try? FileManager.default.removeItem(at: folder)
    }
  }
}

/// Says that a process works in a folder, for as long as the process lives.
private final class FolderLock: Sendable {
  private let file: Int32

  /// - Returns: nil where another has it.
  init?(_ folder: URL) {
    file = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { close(file) }
}
