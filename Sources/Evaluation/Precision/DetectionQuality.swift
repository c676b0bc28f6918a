/// How well a detector finds what is to be found: average precision and recall, as COCO counts them.
///
/// Every mean is over those categories that have objects in the range of areas; where none has, it is nil (COCO writes −1).
public struct DetectionQuality: Sendable, Equatable {
  /// In ascending order.
  public let categoryIDs: [Int]
  /// Categories × ranges of areas; nil where there is no object.
  let ranges: [[RangeQuality?]]

  /// AP: the mean of the precision over 101 recalls, over thresholds, and over categories, in [0, 1].
  ///
  /// - Parameters:
  ///   - category: an id; nil for the mean of all.
  ///   - threshold: one IoU; nil for the mean of 0.50, 0.55, …, 0.95.
  public func averagePrecision(
    category: Int? = nil, at threshold: OverlapThreshold? = nil, area: AreaRange = .all
  ) -> Double? {
    let points = RecallPoints.values.count
    return mean(category, area) { quality in
      guard let threshold else { return quality.precision[...] }
      return quality.precision[threshold.rawValue * points..<(threshold.rawValue + 1) * points]
    }
  }

  /// AR: the share of the objects that is found with a limited number of detections in each image, over the thresholds, in
  /// [0, 1].
  public func averageRecall(
    category: Int? = nil, area: AreaRange = .all, limit: DetectionLimit = .hundred
  ) -> Double? {
    let levels = OverlapThreshold.allCases.count
    return mean(category, area) { $0.recall[limit.rawValue * levels..<(limit.rawValue + 1) * levels] }
  }

  /// COCO's twelve numbers in their usual order, −1 where there is no object: AP, AP50, AP75, AP of small, medium and large
  /// objects; AR with 1, 10 and 100 detections, AR of small, medium and large objects.
  public var cocoNumbers: [Double] {
    let precisions = [
      averagePrecision(), averagePrecision(at: .iou50), averagePrecision(at: .iou75),
      averagePrecision(area: .small), averagePrecision(area: .medium), averagePrecision(area: .large),
    ]
    let recalls = [
      averageRecall(limit: .one), averageRecall(limit: .ten), averageRecall(),
      averageRecall(area: .small), averageRecall(area: .medium), averageRecall(area: .large),
    ]
    return (precisions + recalls).map { $0 ?? -1 }
  }

  private func mean(
    _ category: Int?, _ area: AreaRange, _ values: (RangeQuality) -> ArraySlice<Double>
  ) -> Double? {
    var sum = 0.0, count = 0
    for (id, areas) in zip(categoryIDs, ranges) where category == nil || category == id {
      guard let quality = areas[area.rawValue] else { continue }
      let values = values(quality)
      sum += values.reduce(0, +)
      count += values.count
    }
    return count > 0 ? sum / Double(count) : nil
  }

  // MARK: - Curves

  /// Precision at one recall, and the score down to which detections have to be kept for it.
  public struct CurvePoint: Sendable, Equatable {
    public let recall: Double
    /// The highest precision at this recall or a higher one; 0 where it is never reached.
    public let precision: Double
    /// Nil where the recall is never reached.
    public let score: Double?
  }

  /// The 101 points whose mean precision is the category's AP at a threshold.
  ///
  /// - Returns: nil where the category has no object in the range, or is none.
  public func curve(category: Int, at threshold: OverlapThreshold, area: AreaRange = .all) -> [CurvePoint]? {
    guard let index = categoryIDs.firstIndex(of: category), let quality = ranges[index][area.rawValue] else {
      return nil
    }
    let first = threshold.rawValue * RecallPoints.values.count
    return RecallPoints.values.enumerated().map { point, recall in
      CurvePoint(
        recall: recall, precision: quality.precision[first + point],
        score: point < quality.reached[threshold.rawValue] ? quality.scores[first + point] : nil)
    }
  }
}
