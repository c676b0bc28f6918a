import Localization

/// What the author wrote: the program, the prose about it in each language, and the library files that it may cite.
public struct Manuscript: Sendable {
  /// The chapter's `main.swift`.
  public var program: SourceFile
  public var prose: [Language: SourceFile]
  /// The library source of a path such as `Losses/FocalLoss.swift`; nil where there is none.
  public var library: @Sendable (String) -> SourceFile?
  /// The paths that `library` knows, to suggest the nearest one.
  public var libraryPaths: @Sendable () -> [String]
  /// Whether there is a file or folder at a path from the root, for links and images of the prose.
  public var exists: @Sendable (String) -> Bool
  /// What the woven page of each language is called; pages lie beside the prose.
  public var pageNames: [Language: String]

  public init(
    program: SourceFile,
    prose: [Language: SourceFile],
    pageNames: [Language: String] = [.ko: "README.md", .en: "README.en.md"],
    exists: @escaping @Sendable (String) -> Bool = { _ in true },
    libraryPaths: @escaping @Sendable () -> [String] = { [] },
    library: @escaping @Sendable (String) -> SourceFile? = { _ in nil }
  ) {
    self.program = program
    self.prose = prose
    self.pageNames = pageNames
    self.exists = exists
    self.libraryPaths = libraryPaths
    self.library = library
  }
}
