import Boxes
import Detection
import Images
import Kernels
import Tensors

/// Finds objects in photographs of any size: what was prepared for one size serves until another one comes.
final class PhotoDetector {
  private let network: RetinaNet<Float>
  private var plan: RetinaNetPlan?

  init(_ network: RetinaNet<Float>) { self.network = network }

  /// - Throws: `CommandError.size` for a photograph that is too large.
  func objects(in input: DetectorInput, decoding: Decoding) throws(CommandError) -> [FoundObject] {
    let plan = try network.plan(for: input, like: plan)
    self.plan = plan
    return try plan.found(in: input, decoding: decoding)
  }
}

extension RetinaNet<Float> {
  /// What is prepared for a photograph.
  ///
  /// - Parameter known: for another one.
  func plan(for input: DetectorInput, like known: RetinaNetPlan? = nil) throws(CommandError) -> RetinaNetPlan {
    let shape = input.batch.shape
    if let known, known.input == shape { return known }
    do throws(BoxError) {
      return if let known { try known.forPictures(shape, of: self) } else { try plan(for: shape) }
    } catch { throw CommandError(tooLarge: input) }
  }
}

extension RetinaNetPlan {
  func found(in input: DetectorInput, decoding: Decoding) throws(CommandError) -> [FoundObject] {
    do throws(BoxError) { return try objects(in: input, decoding: decoding) } catch {
      throw CommandError(tooLarge: input)
    }
  }
}

extension CommandError {
  fileprivate init(tooLarge input: DetectorInput) {
    self = .size(width: input.originalWidth, height: input.originalHeight)
  }
}
