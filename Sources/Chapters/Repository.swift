import Foundation

/// The folder that holds the whole book. A workbook is always built where it runs, so that sources know where they lie.
public struct Repository: Sendable, Hashable {
  public let root: URL

  public init(root: URL) { self.root = root }

  /// The repository of this program.
  public static let own = Repository(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  /// A file or folder, from its path below the root.
  public func path(_ relative: String) -> String { root.appending(path: relative).path }

  /// The chapters, in the order of their numbers: folders of `chapters` whose names start with one.
  public var chapters: [Chapter] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: path("chapters"))) ?? []
    return folders.compactMap { Chapter(folder: $0, in: self) }.sorted { $0.number < $1.number }
  }
}
