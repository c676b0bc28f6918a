import Foundation

/// Writes whole files or nothing, and reads texts.
package enum AtomicFile {
  /// Writes `bytes` to `path`, making the folders that lead to it.
  ///
  /// - Throws: `FileError` that names the path, the system's reason and the next step; an old file then stays.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path, SystemError(behind: error))
    }
    do throws(SystemError) { try FileReplacement.write(bytes, to: path) } catch { throw .cannotWrite(path, error) }
  }

  /// The text of a file; bytes that are no UTF-8 become U+FFFD, which the weaver reports by line and column.
  package static func read(_ path: String) throws(FileError) -> String {
    guard let file = fopen(path, "rb") else { throw .cannotRead(path, SystemError()) }
    fclose(file)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path, SystemError(code: EISDIR))
    }
    return String(decoding: data, as: UTF8.self)
  }
}
