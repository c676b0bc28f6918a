import Foundation

/// The repository that these tests stand in.
enum House {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(of file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  /// The names of the folders in `folder`, sorted.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }

  /// Whether a folder holds a library of the system's, as its module map says.
  static func isSystemLibrary(_ folder: String) throws -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: "\(folder)/module.modulemap").path)
  }

  /// All Swift files under `folder`, as paths from the root, sorted.
  static func swiftFiles(under folder: String) throws -> [String] {
    let base = root.appending(path: folder)
    guard let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { ($0 as? URL)?.path }
      .filter { $0.hasSuffix(".swift") }
      .map { String($0.dropFirst(root.path.count + 1)) }.sorted()
  }

  /// Every `import` line under `folder`: the file and the module that it names.
  static func imports(under folder: String) throws -> [(file: String, module: String)] {
    try swiftFiles(under: folder).flatMap { file in
      try text(of: file).split(separator: "\n").compactMap { line -> (String, String)? in
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first, first.hasPrefix("@") || ["public", "package", "internal"].contains(first) {
          words.removeFirst()
        }
        guard words.first == "import", let module = words.last else { return nil }
        return (file, String(module.prefix { $0 != "." }))
      }
    }
  }
}
