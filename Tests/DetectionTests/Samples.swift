import Boxes
import Kernels
import Tensors

@testable import Detection

/// Small things to try laws on.
enum Samples {
  /// A network that is computed in a moment.
  static var tiny: RetinaNetConfiguration {
    var configuration = RetinaNetConfiguration.paper
    configuration.backbone = .custom(ResidualShape(.bottleneck, blocks: [1, 1, 1, 1], width: 4, groups: 2))
    (configuration.channels, configuration.subnetDepth, configuration.subnetNorm) = (8, 1, .groups(4))
    configuration.classes = .contiguous(3)
    return configuration
  }

  static let size: ImageSize = size(64, 64)
  static func size(_ width: Int, _ height: Int) -> ImageSize {
    guard let size = try? ImageSize(width: width, height: height) else { fatalError("a size that is none") }
    return size
  }

  static let objects = [
    LabelledBox(Box(xMin: 4, yMin: 8, xMax: 40, yMax: 40), label: 1),
    LabelledBox(Box(xMin: 20, yMin: 12, xMax: 60, yMax: 50), label: 2),
  ]

  /// Random numbers of two pictures, on levels of 2 × 3 and 1 × 1 cells, with 2 anchors and 3 classes.
  static func outputs<Scalar>(_ scalar: Scalar.Type) -> HeadOutputs<Scalar> {
    var random = SplitMix64(seed: 3)
    func tensor(_ channels: Int, _ rows: Int, _ columns: Int) -> Tensor<Scalar> {
      let count = 2 * channels * rows * columns
      return Tensor(shape: [2, channels, rows, columns], (0..<count).map { _ in Scalar(random.normal()) })
    }
    return HeadOutputs(
      logits: [tensor(6, 2, 3), tensor(6, 1, 1)], deltas: [tensor(8, 2, 3), tensor(8, 1, 1)], classes: 3)
  }

  /// 14 anchors for them.
  static let anchors = BoxList(
    (0..<14).map { Box(centerX: 20 + 4 * Double($0), centerY: 25, width: 30, height: 20 + Double($0)) })
}
