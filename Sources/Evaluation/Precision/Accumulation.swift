/// Precision and recall of one category in one range of areas.
struct RangeQuality: Sendable, Equatable {
  /// Thresholds × recall points; 0 where a recall is not reached.
  private(set) var precision: [Double] = []
  /// Thresholds × recall points: the score down to which a recall takes one.
  private(set) var scores: [Double] = []
  /// How many recall points are reached, for each threshold.
  private(set) var reached: [Int] = []
  /// Limits × thresholds.
  private(set) var recall: [Double] = []

  // MARK: - Accumulation

  /// Goes through all detections of a category, highest score first, and counts.
  ///
  /// Precision = TP / (TP + FP) and recall = TP / objects after each of them. Precision can only rise where an object is
  /// found, so it is kept there alone: for the n-th object found, with recall n / objects.
  ///
  /// - Parameters:
  ///   - order: the places of the detections, highest score first.
  ///   - range: with at least one object.
  init(_ detections: CategoryDetections, order: [Int], range: AreaRange) {
    let levels = OverlapThreshold.allCases.count
    let objects = Double(detections.objects[range.rawValue])
    var hits = [[Hit]](repeating: [], count: levels)
    var found = [Int](repeating: 0, count: DetectionLimit.allCases.count * levels)

    let outcomes = detections.outcomes[range.rawValue]
    var alarms = 0  // false at every threshold
    var falseAlarms = [Int](repeating: 0, count: levels)  // false at one threshold and not at another
    for place in order {
      let outcome = outcomes[place]
      if outcome.ignored == .all { continue }
      if outcome.ignored.union(outcome.matched).isEmpty {
        alarms += 1
        continue
      }
      for level in 0..<levels where !outcome.ignored.contains(ThresholdSet(level)) {
        guard outcome.matched.contains(ThresholdSet(level)) else {
          falseAlarms[level] += 1
          continue
        }
        let right = Double(hits[level].count + 1), wrong = Double(alarms + falseAlarms[level])
        hits[level].append(Hit(precision: right / (wrong + right + .ulpOfOne), score: detections.scores[place]))
        for limit in DetectionLimit.allCases where detections.ranks[place] < limit.count {
          found[limit.rawValue * levels + level] += 1
        }
      }
    }
    recall = found.map { Double($0) / objects }
    for level in 0..<levels {
      addCurve(hits[level], objects: objects, highest: order.first.map { detections.scores[$0] })
    }
  }

  /// One object found: the precision down to its score.
  private struct Hit {
    var precision: Double
    let score: Double
  }

  // MARK: - Precision at 101 recalls

  /// At each recall, the highest precision at that recall or a higher one.
  private mutating func addCurve(_ hits: [Hit], objects: Double, highest: Double?) {
    var hits = hits
    for index in hits.indices.dropLast().reversed() {
      hits[index].precision = max(hits[index].precision, hits[index + 1].precision)
    }
    var hit = 0
    var reached = 0
    for (point, recall) in RecallPoints.values.enumerated() {
      while hit < hits.count, Double(hit + 1) / objects < recall { hit += 1 }
      let isReached = hit < hits.count || (point == 0 && highest != nil)
      if isReached { reached += 1 }
      precision.append(hit < hits.count ? hits[hit].precision : 0)
      // A recall of 0 is reached by the first detection, whatever it is.
      scores.append(isReached ? (point == 0 ? highest : nil) ?? hits[hit].score : 0)
    }
    self.reached.append(reached)
  }
}
