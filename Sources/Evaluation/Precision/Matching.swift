/// What became of one detection, threshold by threshold.
struct Outcome: Sendable {
  /// Where it has found an object.
  var matched: ThresholdSet = []
  /// Where it counts neither as right nor as wrong.
  var ignored: ThresholdSet = []
}

/// The detections and the objects of one category in one image.
struct ImageMatching {
  private let boxes: [CornerBox]
  private let objects: [GroundTruth.Annotation]
  /// Boxes × objects.
  private let overlaps: [Double]
  /// For each box, how many thresholds its best overlap reaches.
  private let reach: [Int]

  /// - Parameter boxes: highest score first, no more than COCO looks at.
  init(boxes: [CornerBox], objects: [GroundTruth.Annotation]) {
    (self.boxes, self.objects) = (boxes, objects)
    let overlaps = boxes.flatMap { box in
      objects.map { box.overlap(with: $0.box, isCrowd: $0.isCrowd) }
    }
    self.overlaps = overlaps
    reach = boxes.indices.map { box in
      let best = overlaps[box * objects.count..<(box + 1) * objects.count].max() ?? 0
      return thresholds.firstIndex { best < $0 } ?? thresholds.count
    }
  }

  // MARK: - Matching

  /// Gives each detection, highest score first, the free object that it overlaps most.
  ///
  /// Crowds, and objects outside the range of areas, are to be ignored. They come after the objects that count, may be found
  /// only where none of those is, and what finds them is ignored too. A crowd is never taken.
  func outcomes(in range: AreaRange) -> [Outcome] {
    let isIgnored = objects.map { $0.isCrowd || !range.bounds.contains($0.area) }
    let order = objects.indices.filter { !isIgnored[$0] } + objects.indices.filter { isIgnored[$0] }
    var taken = [ThresholdSet](repeating: [], count: objects.count)

    return boxes.indices.map { box in
      var outcome = Outcome()
      for threshold in 0..<reach[box] {
        let level = ThresholdSet(threshold)
        guard let found = bestObject(for: box, from: threshold, order, isIgnored, taken) else { continue }
        if !objects[found].isCrowd { taken[found].insert(level) }
        if isIgnored[found] { outcome.ignored.insert(level) }
        // COCO keeps the id of what was found, and reads an id of 0 as nothing.
        if objects[found].id != 0 { outcome.matched.insert(level) }
      }
      if !range.bounds.contains(boxes[box].area) {
        outcome.ignored.formUnion(.all.subtracting(outcome.matched))
      }
      return outcome
    }
  }

  /// The free object with the largest overlap, the last one of equals; an ignored one only where no other will do.
  private func bestObject(
    for box: Int, from threshold: Int, _ order: [Int], _ isIgnored: [Bool], _ taken: [ThresholdSet]
  ) -> Int? {
    var best: Int?
    var bestOverlap = thresholds[threshold]
    for object in order where !taken[object].contains(ThresholdSet(threshold)) {
      if let best, isIgnored[object], !isIgnored[best] { break }
      let overlap = overlaps[box * objects.count + object]
      if overlap < bestOverlap { continue }
      (best, bestOverlap) = (object, overlap)
    }
    return best
  }
}

private let thresholds = OverlapThreshold.allCases.map(\.value)
