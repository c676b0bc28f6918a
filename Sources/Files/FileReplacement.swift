import Foundation

/// A new file under a temporary name, which takes the place of an old one when it is finished.
///
/// A reader of the path sees the old bytes or the new ones, never a part; where something fails, the old file stays.
package final class FileReplacement {
  private let path: String, temporary: String
  /// −1 when it is closed.
  private var descriptor: Int32

  package init(of path: String) throws(SystemError) {
    self.path = path
    temporary = "\(path).\(getpid()).tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor != -1 else { throw SystemError() }
  }

  /// Nothing is left of a file that was not finished.
  deinit {
    guard descriptor != -1 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Appends the bytes of numbers, the lowest of each first, as every processor has them that Swift runs on.
  package func write<Number>(_ numbers: [Number]) throws(SystemError) {
    let code = numbers.withUnsafeBytes { bytes -> Int32 in
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
        let count = Foundation.write(descriptor, piece.baseAddress, piece.count)
        if count == -1, errno == EINTR { continue }
        guard count > 0 else { return count == 0 ? ENOSPC : errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    guard code == 0 else { throw SystemError(code: code) }
  }

  /// Puts the new file in the place of the old one.
  package func finish() throws(SystemError) {
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isClosed, rename(temporary, path) == 0 else {
      let error = SystemError()
      unlink(temporary)
      throw error
    }
  }

  /// Writes a whole file.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let file = try FileReplacement(of: path)
    try file.write(bytes)
    try file.finish()
  }

  /// Puts it there when all of it is on the disk: what took hours to make is not lost in a crash.
  package func finishOnDisk() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw SystemError() }
    try finish()
    // The folder holds the name: it has to reach the disk too. Where that cannot be asked for, the file is still whole.
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    guard folder != -1 else { return }
    fsync(folder)
    close(folder)
  }
}
