/// Puts boxes of given widths beside each other on a line, in order, each as near to its wish as the others allow.
struct CallOutSpread {
  /// Where the middles come to lie, in the order given.
  let middles: [Double]
  /// The sum of squared distances from the wishes.
  let strain: Double
  /// Whether all of them found room.
  let fits: Bool

  /// Moves the fewest boxes by the least squares: neighbours that touch move as one (pool adjacent violators).
  ///
  /// - Parameters:
  ///   - wishes: where each middle would like to be, in rising order.
  ///   - gap: kept free between neighbours.
  ///   - room: where the line may lie.
  init(wishes: [Double], widths: [Double], gap: Double, room: ClosedRange<Double>) {
    // With each box shifted by what stands before it, boxes that do not overlap are numbers that do not fall.
    var offsets: [Double] = []
    var end = 0.0
    for width in widths {
      offsets.append(end + width / 2)
      end += width + gap
    }
    let total = max(0, end - gap)
    fits = total <= room.upperBound - room.lowerBound

    var pools: [(sum: Double, count: Int)] = []
    for (wish, offset) in zip(wishes, offsets) {
      pools.append((wish - offset, 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let highest = max(room.lowerBound, room.upperBound - total)
    let shifts = pools.flatMap { pool in
      Array(repeating: min(max(pool.sum / Double(pool.count), room.lowerBound), highest), count: pool.count)
    }
    middles = zip(shifts, offsets).map { $0 + $1 }
    strain = zip(middles, wishes).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
