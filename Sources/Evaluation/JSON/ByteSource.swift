import Files
import Foundation

/// Bytes that come a piece at a time, so that a file never lies in memory as a whole.
final class ByteSource {
  /// What errors call it.
  let name: String
  private let descriptor: Int32?
  private var rest: ArraySlice<UInt8> = []

  /// - Throws: `DataError` where the file cannot be opened.
  init(path: String) throws(DataError) {
    name = path
    descriptor = open(path, O_RDONLY)
    guard descriptor != -1 else { throw DataError(.unreadable(SystemError()), file: path) }
  }

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    descriptor = nil
    rest = bytes[...]
  }

  deinit {
    if let descriptor { _ = close(descriptor) }
  }

  /// Fills `buffer` from index `start` on, as far as there are bytes.
  ///
  /// - Returns: how many bytes came; fewer than there was room for only at the end.
  func fill(_ buffer: inout [UInt8], from start: Int, to end: Int) throws(DataError) -> Int {
    guard let descriptor else {
      let piece = rest.prefix(end - start)
      buffer.replaceSubrange(start..<start + piece.count, with: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    var filled = start
    while filled < end {
      let count = buffer.withUnsafeMutableBytes { bytes in
        read(descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[filled..<end]).baseAddress, end - filled)
      }
      if count == -1, errno == EINTR { continue }
      guard count != -1 else { throw DataError(.unreadable(SystemError()), file: name) }
      guard count > 0 else { break }
      filled += count
    }
    return filled - start
  }
}
