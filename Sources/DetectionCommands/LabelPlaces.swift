import Plotting

/// Finds places for the labels of boxes: at an edge of the box, within the picture, and clear of the labels that came before.
struct LabelPlaces {
  /// Labels stay inside.
  let bounds: Rect
  private(set) var taken: [Rect] = []

  init(in bounds: Rect) { self.bounds = bounds }

  /// The place for the next label; where all are taken, the one that covers least.
  mutating func place(_ size: Size, at box: Rect) -> Rect {
    let above = box.minY - size.height, right = box.maxX - size.width, low = box.maxY - size.height
    let corners = [
      (box.minX, above), (right, above), (box.minX, box.minY), (right, box.minY),
      (box.minX, box.maxY), (right, box.maxY), (box.minX, low), (right, low),
    ]
    let candidates = corners.map { x, y in
      Rect(
        x: max(bounds.minX, min(x, bounds.maxX - size.width)), y: max(bounds.minY, min(y, bounds.maxY - size.height)),
        width: size.width, height: size.height)
    }
    var (best, least) = (candidates[0], Double.infinity)
    for candidate in candidates {
      let covered = taken.reduce(0) { $0 + $1.sharedArea(with: candidate) }
      if covered < least { (best, least) = (candidate, covered) }
    }
    taken.append(best)
    return best
  }
}

extension Rect {
  fileprivate func sharedArea(with other: Rect) -> Double {
    max(0, min(maxX, other.maxX) - max(minX, other.minX)) * max(0, min(maxY, other.maxY) - max(minY, other.minY))
  }
}
