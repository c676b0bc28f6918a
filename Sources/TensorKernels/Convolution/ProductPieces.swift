/// The rows × strips of a product of matrices, cut into pieces that threads take one by one.
///
/// Every tile is computed by itself, so how they are cut changes nothing but the time it takes.
struct ProductPieces {
  let rows: [Range<Int>]
  let strips: [Range<Int>]

  /// - Parameters:
  ///   - rows: how many there are,
  ///   - panel: and how many of them a panel holds.
  ///   - panelsAtOnce: how many panels a piece has, so that what belongs to it stays near the processor.
  init(rows: Int, panel: Int, panelsAtOnce: Int, strips: Int, threads: Int) {
    let each = panelsAtOnce * panel
    if rows <= each * threads {
      // So few rows stay together, and each weight is fetched but once.
      self.rows = [0..<rows]
      let pieces = min(threads, strips)
      self.strips = (0..<pieces).map { $0 * strips / pieces..<($0 + 1) * strips / pieces }
    } else {
      // The last pieces are half as large: no thread waits long for another.
      let whole = (rows - each * threads) / each * each
      self.rows = Self.cut(0..<whole, by: each) + Self.cut(whole..<rows, by: (panelsAtOnce + 1) / 2 * panel)
      self.strips = [0..<strips]
    }
  }

  private static func cut(_ range: Range<Int>, by count: Int) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: count).map { $0..<min($0 + count, range.upperBound) }
  }

  var count: Int { rows.count * strips.count }

  subscript(index: Int) -> (rows: Range<Int>, strips: Range<Int>) {
    (rows[index % rows.count], strips[index / rows.count])
  }

  /// How many rows and strips the largest piece has.
  var largest: (rows: Int, strips: Int) { (rows.map(\.count).max() ?? 0, strips.map(\.count).max() ?? 0) }
}
