import Foundation
import Synchronization

/// Memory for numbers that begins at a line of the cache.
///
/// Who writes which part of it is agreed among those who share it: a run of a plan writes to it from several threads, each in
/// its own places.
final class AlignedMemory: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  /// Memory that holds anything.
  ///
  /// - Parameter count: how many numbers; some more behind them may be read, but mean nothing.
  init(count: Int) {
    require(count, >=, 0, "numbers are counted from 0")
    self.count = count
    let byteCount = (count + Self.readBeyond) * MemoryLayout<Float>.stride
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: byteCount, alignment: byteCount < Self.largePage ? 64 : Self.largePage)
    #if os(Linux)
      if byteCount >= Self.largePage { madvise(bytes, byteCount / Self.largePage * Self.largePage, MADV_HUGEPAGE) }
    #endif
    start = bytes.bindMemory(to: Float.self, capacity: count + Self.readBeyond)
  }

  /// Much memory is asked for in pages of 2 MiB: a processor remembers where some thousands of pages lie, which with the usual
  /// 4 KiB are less than a convolution goes over.
  private static let largePage = 1 << 21

  /// Memory that holds zeros.
  convenience init(zeros count: Int) {
    self.init(count: count)
    start.initialize(repeating: 0, count: count)
  }

  deinit { start.deallocate() }

  /// The last panel of a picture may reach over its end.
  private static let readBeyond = 16 * RegisterTile.allCases.reduce(0) { max($0, $1.rows) }
}

/// Room for what a convolution has to keep for a while, used again by the next one.
public final class Workspace: @unchecked Sendable {
  private var memory = AlignedMemory(count: 0)

  public init() {}

  /// Room for so many numbers, which hold anything.
  func room(for count: Int) -> UnsafeMutablePointer<Float> {
    if memory.count < count { memory = AlignedMemory(count: count) }
    return memory.start
  }

  private static let unused = Mutex<[Workspace]>([])

  /// Lends a workspace that has room already, if there is one.
  static func borrowed<Result>(_ body: (Workspace) -> Result) -> Result {
    let workspace = unused.withLock { $0.popLast() } ?? Workspace()
    defer { unused.withLock { $0.append(workspace) } }
    return body(workspace)
  }
}
