/// How long vectors are cut for threads and sums: always at the same places, however many threads there are.
@usableFromInline
enum Blocks {
  /// 1024 numbers: with the buffers beside them they stay in the nearest cache.
  static let size = 1024

  @usableFromInline
  static func count(_ elements: Int) -> Int {
    (elements + size - 1) / size
  }

  static func elements(ofBlock block: Int, of count: Int) -> Range<Int> {
    block * size..<min((block + 1) * size, count)
  }
}
