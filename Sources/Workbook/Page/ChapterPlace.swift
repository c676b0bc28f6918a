import Foundation

/// Where a chapter lives, told by the path of its `main.swift`: a workbook is always built where it runs.
struct ChapterPlace: Sendable {
  /// `3`, of `chapters/3-balanced-cross-entropy`.
  let number: Int
  /// `3-balanced-cross-entropy`: the same folder name holds its figures.
  let name: String
  private let root: URL

  init(mainFile: String) {
    let folder = URL(fileURLWithPath: mainFile).deletingLastPathComponent()
    name = folder.lastPathComponent
    guard let number = Int(name.prefix { $0 != "-" }) else {
      fatalError("a chapter's folder is named chapters/NUMBER-NAME; this main.swift lies in \(folder.path)")
    }
    self.number = number
    root = folder.deletingLastPathComponent().deletingLastPathComponent()
  }

  var product: String { "chapter\(number)" }

  /// A file of the repository, from its path below the root.
  func path(_ relative: String) -> String { root.appending(path: relative).path }

  /// The numbers of all chapters.
  var chapters: [Int] {
    let folders = try? FileManager.default.contentsOfDirectory(atPath: path("chapters"))
    return (folders ?? []).compactMap { Int($0.prefix { $0 != "-" }) }
  }

  /// Below the root: `chapters/3-balanced-cross-entropy/main.swift`.
  func file(_ name: String) -> String { "chapters/\(self.name)/\(name)" }

  /// Below the root: where the committed figures are.
  var figures: String { "figures/\(name)" }

  /// Below the root, and ignored by git: what was drawn while playing.
  var playFigures: String { "figures/.play/\(name)" }
}
