import Foundation
import Localization

/// Writes whole files or nothing, and reads texts.
package enum AtomicFile {
  /// Writes `bytes` to `path`, making the folders that lead to it.
  ///
  /// - Throws: `FileError` that names the path, the system's reason and the next step; an old file then stays.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path, reason: SystemError(behind: error).reason)
    }
    do throws(SystemError) {
      let file = try FileReplacement(of: path)
      try file.write(bytes)
      try file.finish()
    } catch { throw .cannotWrite(path, reason: error.reason) }
  }

  /// The text of a file; bytes that are no UTF-8 become U+FFFD, which the weaver reports by line and column.
  package static func read(_ path: String) throws(FileError) -> String {
    guard let file = fopen(path, "rb") else { throw .cannotRead(path, reason: SystemError().reason) }
    fclose(file)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path, reason: SystemError(code: EISDIR).reason)
    }
    return String(decoding: data, as: UTF8.self)
  }
}
