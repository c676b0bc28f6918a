import Foundation

/// What changes when a file is saved, in place or by another that takes its name.
struct FileStamp: Hashable {
  private let modified: Double
  private let size: Int
  private let number: UInt64

  /// Nil where there is no file, as for a moment while an editor saves.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    (size, number) = (Int(status.st_size), UInt64(status.st_ino))
  }

  /// Waits until files are others than they were, and have stayed so for a moment: an editor may save in several steps.
  ///
  /// - Returns: false where the task was cancelled before.
  static func change(of paths: [String], from seen: [FileStamp?]) async -> Bool {
    var last = seen
    while (try? await Task.sleep(for: .milliseconds(150))) != nil {
      let now = paths.map { FileStamp($0) }
      if now != seen, now == last { return true }
      last = now
    }
    return false
  }
}
