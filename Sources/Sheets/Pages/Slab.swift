import Plotting

/// What is drawn as a whole: elements around an upper left corner at (0, 0), and how high they are.
struct Ink {
  var height: Double
  var elements: [SceneElement] = []

  func moved(x: Double = 0, y: Double = 0) -> Ink {
    Ink(height: height, elements: elements.map { $0.placed(Placement(after: Point(x: x, y: y))) })
  }
}

/// A part of a page that is not broken; a page may end between two.
struct Slab {
  var ink: Ink
  /// Room that it wants above and below; between two, the larger of both is left, and none at the top of a page.
  var before = 0.0
  var after = 0.0
  /// Whether the next one has to stand on the same page.
  var keepsNext = false
  /// What is drawn above it where it begins a page: the header of a table.
  var head: Ink?

  init(_ ink: Ink, before: Double = 0, after: Double = 0, keepsNext: Bool = false) {
    (self.ink, self.before, self.after, self.keepsNext) = (ink, before, after, keepsNext)
  }

  func moved(x: Double) -> Slab {
    var slab = self
    slab.ink = ink.moved(x: x)
    slab.head = head?.moved(x: x)
    return slab
  }
}

extension [Slab] {
  /// The slabs with no page ending behind the first `leading` or before the last `trailing` of them.
  func keeping(leading: Int, trailing: Int) -> [Slab] {
    var slabs = self
    for index in indices.dropLast() where index < leading - 1 || index >= count - trailing {
      slabs[index].keepsNext = true
    }
    return slabs
  }

  /// The slabs with room before the first and behind the last.
  func spaced(before: Double, after: Double) -> [Slab] {
    guard !isEmpty else { return self }
    var slabs = self
    slabs[0].before = Swift.max(before, slabs[0].before)
    slabs[count - 1].after = Swift.max(after, slabs[count - 1].after)
    return slabs
  }

  /// The slabs, cut where a page may end.
  var clusters: [[Slab]] {
    var clusters: [[Slab]] = []
    for (index, slab) in enumerated() {
      if index > 0, self[index - 1].keepsNext {
        clusters[clusters.count - 1].append(slab)
      } else {
        clusters.append([slab])
      }
    }
    return clusters
  }

  /// How high they are, standing under each other at the top of a page.
  var height: Double {
    zip(self, [nil] + map(Optional.some)).reduce(0) { sum, pair in
      sum + pair.0.ink.height + (pair.1.map { Swift.max($0.after, pair.0.before) } ?? 0)
    }
  }
}
