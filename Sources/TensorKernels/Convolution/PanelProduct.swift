import CProcessor

/// A product of matrices whose left side lies in panels and whose right side lies in strips.
///
/// - A panel holds as many rows as a tile has. K is divided into runs, sixteen numbers or so at even distances.
/// - A strip holds as many columns as a tile has: for each of K its weights side by side.
///
/// A tile of the product walks through one panel and one strip, both from one end to the other. Of the last panel up to a tile's rows
/// may be read, although there are fewer.
struct PanelProduct {
  let tile: RegisterTile
  /// How many rows there are in all panels: the last one need not be full.
  let rows: Int
  /// How many runs K has, and how many numbers each of them.
  let runs: Int
  var runCount = 16
  /// The first panel, and how far it is to the next one.
  let panels: UnsafePointer<Float>
  let toPanel: Int
  /// How far it is within a panel to the next run, in a run to the next of K, and from row to row.
  let toRun: Int
  var toNext = 1
  var toRow = 16
  /// The first strip; each has K · columns numbers.
  let strips: UnsafePointer<Float>

  /// How many sixteens of K are done at a time: the part of a strip that is used over and over stays in the second cache.
  static let blocksAtOnce = 64

  /// How many numbers `partial` needs for so many tiles.
  static func partialCount(inner: Int, tiles: Int, _ tile: RegisterTile) -> Int {
    inner > 16 * blocksAtOnce ? tiles * tile.rows * tile.columns : 0
  }

  /// Calls `body` with some runs at a time.
  @inline(__always)
  func forEachPart(_ body: (_ runs: Range<Int>) -> Void) {
    let atOnce = max(1, 16 * Self.blocksAtOnce / runCount)
    for first in stride(from: 0, to: runs, by: atOnce) { body(first..<min(first + atOnce, runs)) }
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
    forEachPart { runs in
      var left = partial
      for strip in strips {
        for panel in panels {
          let place = Place(
            runs: runs, panel: panel, strip: strip, fetchesWeights: panel == panels.lowerBound,
            fetchesPanel: strip == strips.lowerBound)
          if rows - panel * Rows.count > Few.count {
            add(all, place, left: left, target)
          } else {
            add(few, place, left: left, target)
          }
          left += Rows.count * Rows.columns
        }
      }
    }
  }

  /// One tile, or what some of K add to it.
  @inline(__always)
  private func add<Rows: RegisterRows>(
    _ rows: Rows.Type, _ place: Place, left: UnsafeMutablePointer<Float>,
    _ target: (_ panel: Int, _ strip: Int) -> TileTarget
  ) {
    var sums = place.runs.lowerBound == 0 ? Rows() : Rows(leftAt: left)
    if place.runs.upperBound < runs {
      add(place, to: &sums)
      sums.leave(at: left)
    } else {
      let target = target(place.panel, place.strip)
      target.fetch()
      add(place, to: &sums)
      sums.store(to: target, row: 0)
    }
  }

  // MARK: - One tile

  /// Which tile, and how much of K.
  struct Place {
    let runs: Range<Int>
    let panel: Int, strip: Int
    /// Whether what comes next is fetched meanwhile: further weights, where no tile before has fetched them,
    let fetchesWeights: Bool
    /// and the next panel.
    let fetchesPanel: Bool
  }

  @inline(__always)
  func add<Rows: RegisterRows>(_ place: Place, to sums: inout Rows) {
    var run = panels + place.panel * toPanel + place.runs.lowerBound * toRun
    var weights = strips + (place.strip * runs + place.runs.lowerBound) * runCount * Rows.columns
    for _ in place.runs {
      if place.fetchesPanel {
        for number in stride(from: 0, to: Rows.count * toRow, by: 16) { workbook_fetch_to_read(run + toPanel + number) }
      }
      // Not over a range known beforehand: unrolled, this loop runs out of registers.
      let end = weights + runCount * Rows.columns
      var x = run
      while weights < end {
        if place.fetchesWeights {
          let far = weights + Self.weightsAhead * Rows.columns
          for column in stride(from: 0, to: Rows.columns, by: 16) { workbook_fetch_to_read_once(far + column) }
        }
        sums.add(x, toRow: toRow, Rows.weights(at: weights))
        x += toNext
        weights += Rows.columns
      }
      run += toRun
    }
  }

  /// So many of K ahead weights are fetched: as long as it takes to have them from the third cache.
  private static let weightsAhead = 128
}
