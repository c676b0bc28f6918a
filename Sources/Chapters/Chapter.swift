import Foundation

/// A chapter: `chapters/3-balanced-cross-entropy`, run as `chapter3`.
public struct Chapter: Sendable, Hashable {
  public let number: Int
  /// `3-balanced-cross-entropy`: the same folder name holds its figures.
  public let name: String
  public let repository: Repository

  /// - Parameter folder: its name in `chapters`.
  /// - Returns: nil where the name does not start with a number.
  public init?(folder: String, in repository: Repository = .own) {
    guard let number = Int(folder.prefix { $0 != "-" }), number >= 0 else { return nil }
    (self.number, name, self.repository) = (number, folder, repository)
  }

  /// The chapter whose program is the file at `mainFile`.
  public init?(mainFile: String) {
    let folder = URL(fileURLWithPath: mainFile).deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    self.init(folder: folder.lastPathComponent, in: Repository(root: root))
  }

  public var product: String { "chapter\(number)" }

  /// Below the root: `chapters/3-balanced-cross-entropy/main.swift`.
  public func file(_ name: String) -> String { "chapters/\(self.name)/\(name)" }

  /// Below the root: where the committed figures are.
  public var figures: String { "figures/\(name)" }

  /// Below the root, and ignored by git: what was drawn while playing.
  public var playFigures: String { "figures/.play/\(name)" }
}
