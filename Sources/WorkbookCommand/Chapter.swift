import Foundation

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
