import Boxes
import Kernels

// MARK: - Detections, imitated

/// A box as a trained detector might give it.
public struct ImitatedDetection: Sendable, Hashable {
  /// The object that it is of; nil for a box of a background.
  public let object: Int?
  public let box: Box
  public let score: Double

  /// How far each part of an offset is off at most.
  public static let noise = 0.15
  /// A score is the IoU with the object times a number from here to 1.
  public static let lowestTrust = 0.6
}

extension DetectionScene {
  /// Up to four boxes for each object, from anchors of its own with a little noise in their offsets, and eight of backgrounds.
  ///
  /// - Parameter matches: what each of the anchors is assigned to. An object without an anchor has no box.
  public func imitatedDetections(
    _ anchors: BoxList, _ matches: [AnchorMatch], random: inout SplitMix64
  ) throws(BoxError) -> [ImitatedDetection] {
    var own = Array(repeating: [Int](), count: objects.count)
    for (index, match) in matches.enumerated() { if case .object(let object) = match { own[object].append(index) } }
    let coder = BoxCoder()
    func blurred(_ part: Double) -> Double {
      part + random.uniform(in: -ImitatedDetection.noise...ImitatedDetection.noise)
    }
    var detections: [ImitatedDetection] = []
    for (object, own) in own.enumerated() {
      for _ in 0..<min(4, own.count) {
        let anchor = anchors[own[random.index(below: own.count)]]
        let right = try coder.encode(objects[object], anchor: anchor)
        let delta = BoxDelta(dx: blurred(right.dx), dy: blurred(right.dy), dw: blurred(right.dw), dh: blurred(right.dh))
        let box = coder.decode(delta, anchor: anchor).clipped(to: size)
        let trust = random.uniform(in: ImitatedDetection.lowestTrust...1)
        detections.append(.init(object: object, box: box, score: box.intersectionOverUnion(objects[object]) * trust))
      }
    }
    for miss in misses(8) { detections.append(.init(object: nil, box: miss, score: random.uniform(in: 0.05...0.7))) }
    return detections
  }
}
