// MARK: - Sums and nothing else

extension PanelProduct {
  /// Computes the tiles of one strip as sums, and leaves them panel after panel, row after row.
  @inline(__always)
  func leave(strip: Int, at sums: UnsafeMutablePointer<Float>) {
    switch tile {
    case .twelveBy32: leave(RegisterTile.Twelve<WideRow>.self, few: RegisterTile.Four<WideRow>.self, strip, sums)
    case .sixBy16: leave(RegisterTile.Six<NarrowRow>.self, few: RegisterTile.Two<NarrowRow>.self, strip, sums)
    case .twoBy16: leave(RegisterTile.Two<NarrowRow>.self, few: NarrowRow.self, strip, sums)
    }
  }

  @inline(__always)
  private func leave<Rows: RegisterRows, Few: RegisterRows>(
    _ all: Rows.Type, few: Few.Type, _ strip: Int, _ sums: UnsafeMutablePointer<Float>
  ) {
    forEachPart { runs in
      for row in stride(from: 0, to: rows, by: Rows.count) {
        let place = Place(
          runs: runs, panel: row / Rows.count, strip: strip, fetchesWeights: row == 0, fetchesPanel: false)
        if rows - row > Few.count {
          leave(all, place, sums + row * Rows.columns)
        } else {
          leave(few, place, sums + row * Rows.columns)
        }
      }
    }
  }

  @inline(__always)
  private func leave<Rows: RegisterRows>(_ rows: Rows.Type, _ place: Place, _ left: UnsafeMutablePointer<Float>) {
    var sums = place.runs.lowerBound == 0 ? Rows() : Rows(leftAt: left)
    add(place, to: &sums)
    sums.leave(at: left)
  }
}
