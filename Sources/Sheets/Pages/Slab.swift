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
  /// The same with so many points more of height; nil for what does not grow.
  var taller: ((Double) -> Ink)?

  init(_ ink: Ink, before: Double = 0, after: Double = 0, keepsNext: Bool = false) {
    (self.ink, self.before, self.after, self.keepsNext) = (ink, before, after, keepsNext)
  }

  func moved(x: Double) -> Slab {
    var slab = self
    slab.ink = ink.moved(x: x)
    slab.head = head?.moved(x: x)
    slab.taller = taller.map { taller in { taller($0).moved(x: x) } }
    return slab
  }

  func gap(before next: Slab) -> Double { max(after, next.before) }
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

  /// How high they are, standing under each other.
  var height: Double {
    reduce(0) { $0 + $1.ink.height } + zip(self, dropFirst()).reduce(0) { $0 + $1.0.gap(before: $1.1) }
  }

  /// How high a page of them is.
  var heightOfPage: Double { (first?.head?.height ?? 0) + height }
}
