import Boxes
import CairoRendering
import Detection
import DrawnShapes
import Kernels
import Layers
import Localization
import Tensors

/// A training of the small RetinaNet, step by step.
///
/// ```swift
/// var training = try ShapeTraining(TrainingRecipe(seed: 1))
/// while !training.isFinished { try training.step() }
/// training.curve.last?.classification   // about 0.12 after 1,600 steps
/// ```
///
/// Every step draws its own pictures, so none is seen twice. The number of threads changes nothing but the time.
public struct ShapeTraining: Sendable {
  public let recipe: TrainingRecipe
  /// Of each step, before it changed anything.
  public internal(set) var curve: [LossPoint] = []
  var training: DetectorTraining<Float>
  /// Where the pictures come from.
  var random: SplitMix64
  private let artist: ShapeArtist

  /// The losses of one step, and the length of its gradient before it was shortened.
  public struct LossPoint: Sendable, Hashable, Codable {
    public let classification, box, norm: Double

    public var loss: Double { classification + box }
  }

  /// - Throws: `ShapeTrainingError.drawing` where fonts are missing, as everything that draws.
  public init(_ recipe: TrainingRecipe) throws(ShapeTrainingError) {
    do throws(RenderingError) { artist = try ShapeArtist() } catch { throw .drawing(error) }
    self.recipe = recipe
    training = recipe.fresh
    random = SplitMix64(seed: ~recipe.seed)
  }

  public var steps: Int { curve.count }
  public var isFinished: Bool { steps >= recipe.steps }

  /// As it is trained so far.
  public var detector: RetinaNet<Float> { training.detector }

  // MARK: - A step

  /// Draws pictures, and learns from them.
  ///
  /// - Throws: `ShapeTrainingError.learning` where the loss is no longer finite: it names step and pictures, and nothing has changed.
  public mutating func step() throws(ShapeTrainingError) {
    var random = random
    let seeds = (0..<recipe.batch).map { _ in random.next() }
    let pictures: [ShapePicture]
    do throws(RenderingError) { pictures = try artist.pictures(seeds: seeds) } catch { throw .drawing(error) }
    let step: TrainingStep
    do throws(TrainingError) { step = try training.step(TrainingBatch(pictures)) } catch { throw .learning(error) }
    curve.append(LossPoint(classification: step.classification, box: step.box, norm: step.norm))
    self.random = random
  }
}

extension TrainingBatch<Float> {
  /// Drawn pictures, which errors call by their seeds.
  init(_ pictures: [ShapePicture]) {
    let objects = pictures.map { $0.objects.map { LabelledBox($0.box, label: $0.shape.rawValue) } }
    do {
      try self.init(
        pictures: Tensor(images: pictures.map(\.image)), objects: objects,
        names: pictures.map { Bilingual(ko: "시드 \($0.seed)", en: "seed \($0.seed)") })
    } catch { fatalError("drawn pictures have a size that pictures may have: \(error)") }
  }
}
