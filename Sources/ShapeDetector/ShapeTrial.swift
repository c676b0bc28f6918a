import DrawnShapes
import Evaluation

/// What came out of one training: small enough to be kept as a record.
///
/// ```swift
/// let trial = ShapeTrial(of: training, before: before, after: ShapeResults(of: training.detector, on: unseen))
/// trial.after.averagePrecision50   // 0.94
/// ```
public struct ShapeTrial: Sendable, Hashable, Codable {
  public let seed: UInt64
  /// Of both subnets, each the mean of `stride` steps.
  public let classification, box: [Float]
  /// How many steps a point of the curves stands for.
  public let stride: Int
  /// On pictures that the training has not seen.
  public let before, after: Precisions

  /// Average precisions, each in [0, 1].
  public struct Precisions: Sendable, Hashable, Codable {
    /// AP, AP50 and AP75.
    public let averagePrecision, averagePrecision50, averagePrecision75: Double
    /// AP50 of each class, in the order of `ShapeClass.allCases`.
    public let classes: [Double]

    public init(_ results: ShapeResults) {
      let quality = results.quality
      averagePrecision = quality.averagePrecision() ?? 0
      averagePrecision50 = quality.averagePrecision(at: .iou50) ?? 0
      averagePrecision75 = quality.averagePrecision(at: .iou75) ?? 0
      classes = ShapeClass.allCases.map { quality.averagePrecision(category: $0.categoryID, at: .iou50) ?? 0 }
    }
  }

  /// - Parameters:
  ///   - before: of the fresh detector; `after`: of the trained one.
  ///   - points: how many points the curves have at most.
  public init(of training: ShapeTraining, before: ShapeResults, after: ShapeResults, points: Int = 100) {
    let stride = max(1, (training.steps + points - 1) / points)
    let parts = Swift.stride(from: 0, to: training.steps, by: stride).map {
      training.curve[$0..<min($0 + stride, training.steps)]
    }
    func means(_ loss: (ShapeTraining.LossPoint) -> Double) -> [Float] {
      parts.map { Float($0.map(loss).reduce(0, +) / Double($0.count)) }
    }
    (seed, self.stride) = (training.recipe.seed, stride)
    (classification, box) = (means(\.classification), means(\.box))
    (self.before, self.after) = (Precisions(before), Precisions(after))
  }
}
