/// All detections of one category, matched image by image.
struct CategoryDetections {
  /// In the order of their images; in one image highest score first.
  private(set) var scores: [Double] = []
  /// How many detections of the same image come before.
  private(set) var ranks: [UInt8] = []
  /// One for each range of areas.
  private(set) var outcomes = [[Outcome]](repeating: [], count: AreaRange.allCases.count)
  /// How many objects are to be found, for each range of areas.
  private(set) var objects = [Int](repeating: 0, count: AreaRange.allCases.count)

  /// - Parameters:
  ///   - boxes: the category's detections by image: the rank of their images, and their places in `allBoxes`.
  ///   - annotations: likewise.
  init(
    _ boxes: ArraySlice<Int32>, of allBoxes: [ScoredBox], boxImages: [Int32],
    _ annotations: ArraySlice<Int32>, of allAnnotations: [GroundTruth.Annotation], annotationImages: [Int32]
  ) {
    scores.reserveCapacity(boxes.count)
    ranks.reserveCapacity(boxes.count)
    for area in outcomes.indices { outcomes[area].reserveCapacity(boxes.count) }
    countObjects(annotations, of: allAnnotations)

    var boxes = boxes, annotations = annotations
    while let first = boxes.first {
      let image = boxImages[Int(first)]
      annotations = annotations.drop { annotationImages[Int($0)] < image }
      let objects = annotations.prefix { annotationImages[Int($0)] == image }
      let found = boxes.prefix { boxImages[Int($0)] == image }
      boxes = boxes[found.endIndex...]
      add(Self.best(found, of: allBoxes), objects.map { allAnnotations[Int($0)] })
    }
  }

  private mutating func countObjects(_ annotations: ArraySlice<Int32>, of all: [GroundTruth.Annotation]) {
    for annotation in annotations where !all[Int(annotation)].isCrowd {
      for range in AreaRange.allCases where range.bounds.contains(all[Int(annotation)].area) {
        objects[range.rawValue] += 1
      }
    }
  }

  /// At most a hundred detections of an image, highest score first, equal ones as they came.
  private static func best(_ boxes: ArraySlice<Int32>, of all: [ScoredBox]) -> [ScoredBox] {
    let found = boxes.map { all[Int($0)] }
    guard found.count > 1 else { return found }
    return descendingOrder(found.map(\.score)).prefix(DetectionLimit.hundred.count).map { found[$0] }
  }

  private mutating func add(_ boxes: [ScoredBox], _ annotations: [GroundTruth.Annotation]) {
    for (rank, box) in boxes.enumerated() {
      scores.append(box.score)
      ranks.append(UInt8(rank))
    }
    guard !annotations.isEmpty else {
      for range in AreaRange.allCases {
        for box in boxes {
          outcomes[range.rawValue].append(Outcome(ignored: range.bounds.contains(box.box.area) ? [] : .all))
        }
      }
      return
    }
    let matching = ImageMatching(boxes: boxes.map(\.box), objects: annotations)
    for range in AreaRange.allCases { outcomes[range.rawValue] += matching.outcomes(in: range) }
  }
}

/// The places of scores from the highest to the lowest, equal ones in their order.
func descendingOrder(_ scores: [Double]) -> [Int] {
  scores.enumerated()
    .sorted { $0.element > $1.element || ($0.element == $1.element && $0.offset < $1.offset) }
    .map(\.offset)
}
