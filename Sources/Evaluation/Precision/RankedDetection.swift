/// A detection in its place among all of a category, and precision and recall down to it.
public struct RankedDetection: Sendable, Hashable {
  /// What a detection is.
  public enum Verdict: Sendable, Hashable {
    /// It finds an object.
    case hit
    /// It overlaps an object well enough, but that one is found already.
    case duplicate
    /// It overlaps no object well enough.
    case miss
  }

  /// Its place among the results.
  public let index: Int
  public let verdict: Verdict
  /// The largest IoU with any object of its image, in [0, 1].
  public let overlap: Double
  /// Of the detections so far, the share that are hits.
  public let precision: Double
  /// Of the objects, the share found so far.
  public let recall: Double
}

extension GroundTruth {
  /// Goes down the scores of a category: which detection finds an object, with what precision and recall.
  ///
  /// The steps of which `DetectionQuality.curve` reads off the upper bound; crowds and what lies in them are passed over.
  ///
  /// - Returns: none for a category without objects.
  /// - Throws: `DataError` as `quality(of:threads:)`.
  public func ranking(
    of results: [ScoredBox], category: Int, at threshold: OverlapThreshold
  ) throws(DataError) -> [RankedDetection] {
    _ = try quality(of: results)  // says what is wrong with them
    let level = ThresholdSet(threshold.rawValue)
    let all = annotations.filter { $0.categoryID == category }
    let wanted = all.count { !$0.isCrowd }
    guard wanted > 0 else { return [] }
    let own = Dictionary(grouping: results.indices.filter { results[$0].categoryID == category }) {
      results[$0].imageID
    }
    // As in `quality(of:)`, equal scores keep the order of the images.
    var counted: [(index: Int, isHit: Bool, overlap: Double)] = []
    for image in imageRanks.ids {
      guard let places = own[image] else { continue }
      let best = descendingOrder(places.map { results[$0].score }).prefix(DetectionLimit.hundred.count).map {
        places[$0]
      }
      let objects = all.filter { $0.imageID == image }
      let outcomes = ImageMatching(boxes: best.map { results[$0].box }, objects: objects).outcomes(in: .all)
      for (index, outcome) in zip(best, outcomes) where !outcome.ignored.contains(level) {
        let overlaps = objects.filter { !$0.isCrowd }.map { results[index].box.overlap(with: $0.box, isCrowd: false) }
        counted.append((index, outcome.matched.contains(level), overlaps.max() ?? 0))
      }
    }
    var hits = 0
    return descendingOrder(counted.map { results[$0.index].score }).enumerated().map { rank, place in
      let (index, isHit, overlap) = counted[place]
      hits += isHit ? 1 : 0
      return RankedDetection(
        index: index, verdict: isHit ? .hit : overlap >= threshold.value ? .duplicate : .miss, overlap: overlap,
        precision: Double(hits) / Double(rank + 1), recall: Double(hits) / Double(wanted))
    }
  }
}
