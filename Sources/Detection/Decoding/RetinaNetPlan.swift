import Boxes
import Images
import Kernels
import Layers
import Tensors

/// A trained RetinaNet, made ready to detect fast in pictures of one size.
///
/// ```swift
/// let plan = try detector.plan(for: input.batch.shape)
/// let objects = try plan.objects(in: input)
/// ```
///
/// What it says is what `RetinaNet.outputs(of:)` says, within some rounding. It computes in memory of its own: one picture, or
/// batch, at a time.
public final class RetinaNetPlan {
  public let configuration: RetinaNetConfiguration
  private let plan: Plan
  private let logits, deltas: [RetinaNet<Float>.Value]
  private let anchors: BoxList

  fileprivate init(
    _ plan: Plan, _ configuration: RetinaNetConfiguration, logits: [RetinaNet<Float>.Value],
    deltas: [RetinaNet<Float>.Value]
  ) throws(BoxError) {
    (self.plan, self.configuration, self.logits, self.deltas) = (plan, configuration, logits, deltas)
    anchors = configuration.anchors.anchors(for: try ImageSize(width: plan.input[3], height: plan.input[2]))
  }

  /// N × 3 × H × W.
  public var input: [Int] { plan.input }

  /// The same for pictures of another size; weights are not laid out again.
  ///
  /// - Parameter detector: of which this plan was made, and which it does not keep.
  /// - Throws: `BoxError.imageSize` for pictures that are too large.
  public func forPictures(_ input: [Int], of detector: RetinaNet<Float>) throws(BoxError) -> RetinaNetPlan {
    try RetinaNetPlan(plan.forPictures(input, of: detector.network), configuration, logits: logits, deltas: deltas)
  }

  // MARK: - Detecting

  /// What the network says of all anchors.
  ///
  /// - Parameter pictures: in the shape that the plan was made for, normalised as the weights want it.
  public func outputs(of pictures: Tensor<Float>) -> HeadOutputs<Float> {
    let activations = plan.run(pictures)
    return HeadOutputs(
      logits: logits.map { activations[$0] }, deltas: deltas.map { activations[$0] },
      classes: configuration.classes.count)
  }

  /// The objects in each picture of a batch, by descending score.
  ///
  /// - Parameters:
  ///   - pictures: in the shape that the plan was made for, padded on the right and below.
  ///   - sizes: of the pictures without their padding; boxes are clipped to them.
  public func objects(
    in pictures: Tensor<Float>, sizes: [ImageSize], decoding: Decoding = .paper
  ) -> [[FoundObject]] {
    require(sizes.count, ==, pictures.shape[0], "one size for each picture")
    let outputs = outputs(of: pictures)
    return sizes.enumerated().map { picture, size in
      decoding.objects(in: outputs, picture: picture, anchors: anchors, size: size)
    }
  }

  /// The objects in a photograph, in its own pixels.
  ///
  /// - Throws: `BoxError.imageSize` for a photograph that is too large.
  public func objects(in input: DetectorInput, decoding: Decoding = .paper) throws(BoxError) -> [FoundObject] {
    let size = try ImageSize(width: input.width, height: input.height)
    let original = try ImageSize(width: input.originalWidth, height: input.originalHeight)
    return objects(in: input.batch, sizes: [size], decoding: decoding)[0].map { $0.scaled(from: size, to: original) }
  }
}

extension RetinaNet<Float> {
  /// Lays out the weights, once, for pictures of one size.
  ///
  /// - Parameter input: N × 3 × H × W.
  /// - Throws: `BoxError.imageSize` for pictures that are too large.
  public consuming func plan(for input: [Int], threads: Int = Processor.threads) throws(BoxError) -> RetinaNetPlan {
    require(input.count, ==, 4, "pictures are N × C × H × W")
    let given = network
    network = Network()  // the plan has it alone, unless the caller keeps the detector
    return try RetinaNetPlan(
      Plan(consume given, input: input, threads: threads), configuration, logits: logits, deltas: deltas)
  }
}
