/// The candidate that a misspelt name most likely meant, or nil where none is near.
///
/// Distance counts inserted, deleted, replaced and swapped neighbouring characters, letter case set aside. A candidate
/// is near when at most a third of the longer name differs.
///
/// ```swift
/// nearestName(to: "fixd", among: ["fixed", "percent"])   // "fixed"
/// ```
///
/// - Complexity: O(n·m) for each candidate.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  var best: (name: String, distance: Int)?
  for candidate in candidates.sorted() {
    let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
    guard distance * 3 <= max(name.count, candidate.count) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The number of edits (insert, delete, replace, swap neighbours) from `a` to `b`.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var distance = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, beforePrevious[j - 1] + 1)
      }
      current.append(distance)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
