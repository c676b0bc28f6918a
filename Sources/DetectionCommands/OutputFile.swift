import Foundation

/// Where a command is to write: looked at before anything is computed.
struct OutputFile {
  let option: String
  let path: String

  /// - Parameter others: files that are read, or written as well; none of them may be this one.
  /// - Throws: `CommandError.overwrites`, `.unwritable`.
  init(_ path: String, option: String, apartFrom others: [String]) throws(CommandError) {
    (self.path, self.option) = (path, option)
    guard !others.contains(where: { Self.isSame(path, $0) }) else { throw .overwrites(option: option, path: path) }
    // The nearest folder that is there: others are made on the way.
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    while Self.kind(folder.path) == .nothing, folder.path != "/" { folder.deleteLastPathComponent() }
    guard Self.kind(path) != .folder, Self.kind(folder.path) == .folder,
      FileManager.default.isWritableFile(atPath: folder.path)
    else { throw .unwritable(option: option, path: path) }
  }

  private enum Kind { case nothing, file, folder }

  private static func kind(_ path: String) -> Kind {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .nothing }
    return isFolder.boolValue ? .folder : .file
  }

  /// Whether two paths lead to one file, by links too.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    func real(_ path: String) -> URL { URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath() }
    if real(a) == real(b) { return true }
    let identities = [a, b].map { path -> [Int]? in
      var status = stat()
      return stat(path, &status) == 0 ? [Int(status.st_dev), Int(status.st_ino)] : nil
    }
    return identities[0] != nil && identities[0] == identities[1]
  }
}
