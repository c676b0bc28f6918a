import Foundation
import Kernels

/// Memory for numbers that begins at a line of the cache.
///
/// Who writes which part of it is agreed among those who share it: a run of a plan writes to it from several threads, each in
/// its own places.
final class AlignedMemory: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  let count: Int
  /// Nil for memory of its own.
  private let whole: AlignedMemory?
  /// Whether the whole memory may serve others as soon as nobody needs this part any more.
  private let isLent: Bool

  /// Memory that holds anything.
  ///
  /// - Parameter count: how many numbers; some more behind them may be read, but mean nothing.
  init(count: Int) {
    require(count, >=, 0, "numbers are counted from 0")
    (self.count, whole, isLent) = (count, nil, false)
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

  /// A part of another memory, which stays as long as its parts do.
  ///
  /// - Parameter offset: how many numbers lie before it, in whole sixteens.
  init(of whole: AlignedMemory, at offset: Int, count: Int, isLent: Bool = false) {
    require(offset, >=, 0, "numbers lie in the memory")
    require(offset % 16, ==, 0, "a part begins at a line of the cache")
    require(offset + count, <=, whole.count, "the memory holds all numbers")
    (start, self.count, self.whole, self.isLent) = (whole.start + offset, count, whole, isLent)
  }

  deinit {
    guard let whole else { return start.deallocate() }
    if isLent { SpareMemory.shared.takeBack(whole) }
  }

  /// The last panel of a picture may reach over its end.
  private static let readBeyond = 16 * RegisterTile.allCases.reduce(0) { max($0, $1.rows) }
}
