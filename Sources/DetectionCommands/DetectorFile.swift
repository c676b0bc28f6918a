import Boxes
import Detection
import Images
import PNGCoding
import Tensors
import Weights

/// A file of weights, and what it says of the detector: known before any of its numbers is read.
struct DetectorFile: Sendable {
  let configuration: RetinaNetConfiguration
  let classes: [DetectedClass]
  /// How pictures come in.
  let rule: ResizeRule, scale: ColourScale
  private let file: WeightFile

  /// - Parameters:
  ///   - epsilon: nil where the file is to say it.
  ///   - size: how long the shorter side of a picture becomes; nil where the file is to say it.
  init(at path: String, epsilon: NormEpsilon?, size: Int?) throws(WeightError) {
    file = try WeightFile(at: path)
    let notes = DetectorNotes(in: file.metadata)
    configuration = try RetinaNetConfiguration(of: file, epsilon: epsilon)
    classes = DetectedClass.all(of: configuration, names: notes.classes)
    let usual = notes.rule ?? .torchvision
    rule = size.map { ResizeRule(shorterSide: $0, longerSide: $0 * usual.longerSide / usual.shorterSide) } ?? usual
    scale = notes.scale ?? .imageNet
  }

  /// The network with the file's numbers.
  func network() throws(WeightError) -> RetinaNet<Float> {
    var detector = RetinaNet<Float>(configuration, start: .zeros)
    try detector.load(file)
    return detector
  }

  /// A picture as the network takes it.
  func input(_ picture: PixelGrid) -> DetectorInput {
    DetectorInput(Tensor(rgb: picture), rule: rule, scale: scale)
  }
}
