import Files
import Foundation

/// The bytes of a file, mapped into memory: the system fetches what is looked at, when it is looked at.
///
/// The pointer stays in here, and every access is checked. A file that somebody else cuts short while it is mapped ends the
/// program, as it does for everybody who maps files; `SafetensorsWriter` therefore never writes into an existing file.
final class MappedFile: Sendable {
  let path: String
  let count: Int
  private nonisolated(unsafe) let base: UnsafeMutableRawPointer?
  private let isFile: Bool

  init(path: String) throws(WeightError) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor != -1 else { throw WeightError(.unreadable(SystemError()), file: path) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw WeightError(.unreadable(SystemError()), file: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WeightError(.notAFile, file: path) }
    (self.path, count, isFile) = (path, Int(status.st_size), true)
    base = count == 0 ? nil : mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard base != MAP_FAILED else { throw WeightError(.unreadable(SystemError()), file: path) }
  }

  /// Bytes that are in memory already.
  init(_ bytes: [UInt8], name: String) throws(WeightError) {
    (path, count, isFile) = (name, bytes.count, false)
    base = count == 0 ? nil : mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard base != MAP_FAILED else { throw WeightError(.unreadable(SystemError()), file: path) }
    bytes.withUnsafeBytes { if let source = $0.baseAddress { base?.copyMemory(from: source, byteCount: count) } }
  }

  deinit {
    if let base, base != MAP_FAILED { munmap(base, count) }
  }

  /// Lends some of the bytes.
  func withBytes<Result>(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      fatalError("bytes \(range) of a file that has \(count)")
    }
    return body(UnsafeRawBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count))
  }

  /// Tells the system that some bytes will be needed soon, so that it fetches them in one go.
  func expect(_ range: Range<Int>) {
    let start = range.lowerBound / Int(getpagesize()) * Int(getpagesize())
    guard let base, range.upperBound - start > 1 << 16 else { return }
    madvise(base + start, range.upperBound - start, MADV_WILLNEED)
  }

  /// Tells the system that some bytes have been used: their memory is free again, and comes back if they are asked for.
  func release(_ range: Range<Int>) {
    let page = Int(getpagesize())
    let start = (range.lowerBound + page - 1) / page * page, end = range.upperBound / page * page
    guard isFile, let base, start < end else { return }
    madvise(base + start, end - start, MADV_DONTNEED)
  }
}
