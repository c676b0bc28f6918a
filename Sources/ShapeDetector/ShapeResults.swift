import Boxes
import CairoRendering
import Detection
import DrawnShapes
import Evaluation
import Kernels
import Tensors

/// What a detector finds in drawn pictures, and how good that is.
///
/// ```swift
/// let results = ShapeResults(of: training.detector, on: try ShapePicture.unseen())
/// results.quality.averagePrecision(at: .iou50)   // 0.94
/// ```
public struct ShapeResults: Sendable {
  public let pictures: [ShapePicture]
  /// In each picture, by descending score.
  public let found: [[FoundObject]]
  /// As COCO counts it; categories are `ShapeClass.categoryID`.
  public let quality: DetectionQuality

  /// - Parameters:
  ///   - found: in each picture, by descending score.
  ///   - pictures: at least one.
  public init(_ found: [[FoundObject]], in pictures: [ShapePicture]) {
    require(found.count, ==, pictures.count, "there is a list of objects for each picture")
    let results = found.enumerated().flatMap { index, objects in
      objects.map { object in
        ScoredBox(
          imageID: index + 1, categoryID: object.label + 1, box: CornerBox(object.box), score: Double(object.score))
      }
    }
    do {
      quality = try GroundTruth(pictures).quality(of: results, threads: Processor.threads)
    } catch { fatalError("what is found in drawn pictures can be evaluated: \(error)") }
    (self.pictures, self.found) = (pictures, found)
  }

  /// - Parameters:
  ///   - detector: of the configuration `.shapes`.
  ///   - pictures: at least one.
  public init(of detector: RetinaNet<Float>, on pictures: [ShapePicture], decoding: Decoding = .paper) {
    require(detector.configuration.classes.count, ==, ShapeClass.allCases.count, "the detector knows the shapes")
    var found: [[FoundObject]] = []
    do {
      for start in stride(from: 0, to: pictures.count, by: 20) {
        let batch = pictures[start..<min(start + 20, pictures.count)]
        found += try detector.objects(
          in: Tensor(images: batch.map(\.image)), sizes: batch.map { _ in ShapeScene.size }, decoding: decoding)
      }
    } catch { fatalError("drawn pictures have a size that pictures may have: \(error)") }
    self.init(found, in: pictures)
  }
}

extension ShapePicture {
  /// Pictures that no training draws but by a chance below 10⁻¹²: those of the seeds from 1 on.
  ///
  /// - Throws: `ShapeTrainingError.drawing`.
  public static func unseen(_ count: Int = 200) throws(ShapeTrainingError) -> [ShapePicture] {
    try unseen(seeds: Array(1...UInt64(max(count, 1))))
  }

  /// Some of them, by their seeds.
  ///
  /// - Throws: `ShapeTrainingError.drawing`.
  public static func unseen(seeds: [UInt64]) throws(ShapeTrainingError) -> [ShapePicture] {
    do throws(RenderingError) { return try ShapeArtist().pictures(seeds: seeds) } catch { throw .drawing(error) }
  }
}
