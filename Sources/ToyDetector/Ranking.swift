/// Candidates in the order of their scores: what a detector finds, and at what price, at every threshold.
///
/// Only thresholds at an object's score matter: between two of them nothing changes but that false alarms are added. So
/// backgrounds need not be sorted, only told between which two objects they fall.
///
/// A score that is not a number (of a training that diverged) ranks worst: an object below, a background above all.
public struct Ranking: Sendable {
  /// Scores of objects, highest first.
  public let thresholds: [Double]
  /// Backgrounds at least as high as each threshold.
  public let falseAlarms: [Double]

  /// - Parameters:
  ///   - objects: scores of objects.
  ///   - backgrounds: scores of backgrounds, and how many of them each stands for.
  public init(objects: [Double], backgrounds: [(score: Double, count: Double)]) {
    let thresholds = objects.map { $0.isNaN ? -.infinity : $0 }.sorted(by: >)
    var between = [Double](repeating: 0, count: thresholds.count)
    if let lowest = thresholds.last {
      for background in backgrounds where !(background.score < lowest) {
        // The first threshold that this background reaches lies in low ... high.
        var low = 0, high = thresholds.count - 1
        while low < high {
          let middle = (low + high) / 2
          if background.score < thresholds[middle] { low = middle + 1 } else { high = middle }
        }
        between[low] += background.count
      }
    }
    var sum = 0.0
    falseAlarms = between.map { count in
      sum += count
      return sum
    }
    self.thresholds = thresholds
  }

  /// Objects found at each threshold, among them those with equal scores.
  public var found: [Double] {
    var found = [Double](repeating: 0, count: thresholds.count)
    var last = thresholds.count
    for rank in thresholds.indices.reversed() {
      if rank + 1 == thresholds.count || thresholds[rank + 1] < thresholds[rank] { last = rank + 1 }
      found[rank] = Double(last)
    }
    return found
  }

  // MARK: - Average precision

  /// The mean, over all objects, of the precision at the threshold that just finds them, 0 … 1; all points, none
  /// interpolated. 1 where every object stands above every background. 0 without objects.
  public var averagePrecision: Double {
    let precisions = zip(found, falseAlarms).map { found, falseAlarms in found / (found + falseAlarms) }
    return precisions.reduce(0, +) / Double(max(precisions.count, 1))
  }

  /// The largest F1 = 2 · found / (found + false alarms + objects) of any threshold, 0 … 1.
  public var bestF1: Double {
    zip(found, falseAlarms).map { 2 * $0 / ($0 + $1 + Double(thresholds.count)) }.max() ?? 0
  }
}
