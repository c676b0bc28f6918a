import Boxes
import Detection
import Images

/// Finds objects in photographs of any size: what was prepared for one size serves until another one comes.
final class PhotoDetector {
  private let network: RetinaNet<Float>
  private var plan: RetinaNetPlan?

  init(_ network: RetinaNet<Float>) { self.network = network }

  /// - Throws: `CommandError.size` for a photograph that is too large.
  func objects(in input: DetectorInput, decoding: Decoding) throws(CommandError) -> [FoundObject] {
    do throws(BoxError) {
      let plan = try prepared(for: input.batch.shape)
      return try plan.objects(in: input, decoding: decoding)
    } catch { throw .size(width: input.originalWidth, height: input.originalHeight) }
  }

  private func prepared(for shape: [Int]) throws(BoxError) -> RetinaNetPlan {
    if let plan, plan.input == shape { return plan }
    let new = if let plan { try plan.forPictures(shape) } else { try network.plan(for: shape) }
    plan = new
    return new
  }
}
