/// A product of matrices whose left side lies in panels and whose right side lies in strips.
///
/// - A panel holds as many rows as a tile has, in one of two orders.
/// - A strip holds as many columns as a tile has: for each of K its weights side by side.
///
/// A tile of the product walks through one panel and one strip, both from one end to the other.
struct PanelProduct {
  enum Order {
    /// For each 16 of K, row after row, their 16 numbers.
    case byRows
    /// For each of K the numbers of all rows side by side; up to a tile's rows may be read behind the last one.
    case byColumns
  }

  let tile: RegisterTile
  /// How many rows there are in all panels: the last one need not be full.
  let rows: Int
  /// K / 16.
  let innerBlocks: Int
  /// The first panel, how far it is to the next one, and within a panel from 16 of K to the next 16.
  let panels: UnsafePointer<Float>
  var order = Order.byRows
  let toPanel: Int
  let toInner: Int
  /// The first strip; each has 16 · `innerBlocks` · columns numbers.
  let strips: UnsafePointer<Float>

  /// How many sixteens of K are done at a time: the part of a strip that is used over and over stays in the second cache.
  static let blocksAtOnce = 64

  /// How many numbers `partial` needs for so many tiles.
  static func partialCount(innerBlocks: Int, tiles: Int, _ tile: RegisterTile) -> Int {
    innerBlocks > blocksAtOnce ? tiles * tile.rows * tile.columns : 0
  }

  /// Computes the tiles of some panels and strips.
  ///
  /// - Parameters:
  ///   - partial: room for sums between two parts of K.
  ///   - target: where the tile of a panel and a strip goes.
  @inline(__always)
  func run(
    panels: Range<Int>, strips: Range<Int>, partial: UnsafeMutablePointer<Float>,
    to target: (_ panel: Int, _ strip: Int) -> TileTarget
  ) {
    switch tile {
    case .twelveBy32:
      run(RegisterTile.Twelve<WideRow>.self, few: RegisterTile.Four<WideRow>.self, panels, strips, partial, target)
    case .sixBy16:
      run(RegisterTile.Six<NarrowRow>.self, few: RegisterTile.Two<NarrowRow>.self, panels, strips, partial, target)
    case .twoBy16:
      run(RegisterTile.Two<NarrowRow>.self, few: NarrowRow.self, panels, strips, partial, target)
    }
  }

  /// - Parameter few: a smaller tile for a last panel of few rows.
  @inline(__always)
  private func run<Rows: RegisterRows, Few: RegisterRows>(
    _ all: Rows.Type, few: Few.Type, _ panels: Range<Int>, _ strips: Range<Int>, _ partial: UnsafeMutablePointer<Float>,
    _ target: (_ panel: Int, _ strip: Int) -> TileTarget
  ) {
    for first in stride(from: 0, to: max(innerBlocks, 1), by: Self.blocksAtOnce) {
      let inner = first..<min(first + Self.blocksAtOnce, innerBlocks)
      var left = partial
      for strip in strips {
        for panel in panels {
          if rows - panel * Rows.count > Few.count {
            add(all, inner, panel, strip, left: left, target)
          } else {
            add(few, inner, panel, strip, left: left, target)
          }
          left += Rows.count * Rows.columns
        }
      }
    }
  }

  /// One tile, or what some of K add to it.
  @inline(__always)
  private func add<Rows: RegisterRows>(
    _ rows: Rows.Type, _ inner: Range<Int>, _ panel: Int, _ strip: Int, left: UnsafeMutablePointer<Float>,
    _ target: (_ panel: Int, _ strip: Int) -> TileTarget
  ) {
    var sums = inner.lowerBound == 0 ? Rows() : Rows(leftAt: left)
    add(inner, panel, strip, to: &sums)
    if inner.upperBound < innerBlocks {
      sums.leave(at: left)
    } else {
      sums.store(to: target(panel, strip), row: 0)
    }
  }

  @inline(__always)
  private func add<Rows: RegisterRows>(_ inner: Range<Int>, _ panel: Int, _ strip: Int, to sums: inout Rows) {
    var x = panels + panel * toPanel + inner.lowerBound * toInner
    var weights = strips + (strip * innerBlocks + inner.lowerBound) * 16 * Rows.columns
    for _ in inner {
      switch order {
      case .byRows:
        for k in 0..<16 { sums.add(x + k, toRow: 16, Rows.weights(at: weights + k * Rows.columns)) }
      case .byColumns:
        for k in 0..<16 { sums.add(x + k * (toInner / 16), toRow: 1, Rows.weights(at: weights + k * Rows.columns)) }
      }
      x += toInner
      weights += 16 * Rows.columns
    }
  }
}
