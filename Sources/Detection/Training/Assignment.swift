import Boxes
import Losses

/// What each anchor of a picture is to learn.
///
/// - Source: Lin et al. 2017, §4.1.
public struct Assignment: Sendable, Hashable {
  /// Of every anchor: an object's class, background, or nothing.
  public let targets: [AnchorTarget]
  /// The anchors that are assigned to an object, in ascending order, and their offsets to it.
  public let positives: [Positive]

  public struct Positive: Sendable, Hashable {
    public let anchor: Int
    public let delta: BoxDelta
  }

  /// - Parameters:
  ///   - objects: of the picture; none is fine, then everything is background.
  ///   - anchors: of the padded picture.
  ///   - matcher: by which IoU anchors are assigned.
  ///   - classes: K.
  /// - Throws: `TrainingError` for an object without area, or of a class that the network does not have.
  public init(
    of objects: [LabelledBox], to anchors: BoxList, by matcher: Matcher, classes: Int
  ) throws(TrainingError) {
    for object in objects where !(0..<classes).contains(object.label) {
      throw TrainingError(.unknownClass(label: object.label, classes: classes))
    }
    for object in objects where object.box.isDegenerate || !object.box.isFinite {
      throw TrainingError(.notABox(object.box))
    }
    var positives: [Positive] = []
    var targets: [AnchorTarget] = []
    targets.reserveCapacity(anchors.count)
    for (anchor, match) in matcher.match(anchors: anchors, to: BoxList(objects.map(\.box))).enumerated() {
      switch match {
      case .object(let index):
        guard let delta = try? BoxCoder().encode(objects[index].box, anchor: anchors[anchor]) else {
          throw TrainingError(.notABox(objects[index].box))
        }
        targets.append(.object(objects[index].label))
        positives.append(Positive(anchor: anchor, delta: delta))
      case .background: targets.append(.background)
      case .ignored: targets.append(.ignored)
      }
    }
    (self.targets, self.positives) = (targets, positives)
  }
}
