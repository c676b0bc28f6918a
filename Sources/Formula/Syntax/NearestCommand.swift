/// The name that differs least from `name`, or nil where more than a third of the letters differ.
func nearestName(to name: String, among names: [String]) -> String? {
  let best = names.map { (name: $0, distance: editDistance(Array(name), Array($0))) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance * 3 <= max(name.count, best.name.count) else { return nil }
  return best.name
}

/// The number of edits (insert, delete, replace, swap neighbours) from `a` to `b`.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var distance = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforePrevious[j - 1] + 1) }
      current.append(distance)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
