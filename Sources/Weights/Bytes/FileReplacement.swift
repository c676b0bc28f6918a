import Foundation

/// A new file under a temporary name, which takes the place of an old one when all of it is on the disk.
final class FileReplacement {
  private let path: String, temporary: String
  private let descriptor: Int32
  private var isFinished = false

  init(of path: String) throws(WeightError) {
    self.path = path
    temporary = "\(path).\(getpid()).tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor != -1 else { throw Self.failure(path) }
  }

  /// Nothing is left of a file that was not finished.
  deinit {
    guard !isFinished, descriptor != -1 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Appends the bytes of numbers, the lowest of each first, as every processor has them that Swift runs on.
  func write<Number>(_ numbers: [Number]) throws(WeightError) {
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
    guard code == 0 else { throw Self.failure(path, code) }
  }

  /// Puts the new file in the place of the old one.
  func finish() throws(WeightError) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure(path) }
    isFinished = true
    close(descriptor)
    // The folder holds the name: it has to reach the disk too. Where that cannot be asked for, the file is still whole.
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    guard folder != -1 else { return }
    fsync(folder)
    close(folder)
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> WeightError {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
    return WeightError(isFull ? .diskFull : .unwritable(reason: String(cString: strerror(code))), file: path)
  }
}
