import Boxes
import Detection
import Foundation
import Images
import Kernels
import PNGCoding
import Tensors
import TestSupport

/// A folder with a small detector and photographs, gone when the test is.
extension TemporaryFolder {
  func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: self[name]) }

  /// The weights of a small detector that finds something everywhere.
  func weights(_ name: String = "weights.safetensors") throws -> String {
    var configuration = RetinaNetConfiguration.torchvision(.standard)
    configuration.backbone = .custom(ResidualShape(.basic, blocks: [1, 1, 1, 1], width: 4))
    (configuration.channels, configuration.subnetDepth, configuration.prior) = (16, 1, 0.2)
    configuration.classes = .contiguous(2)
    let notes = DetectorNotes(
      of: configuration, rule: ResizeRule(shorterSide: 64, longerSide: 128), scale: .imageNet,
      classes: [.init(ko: "고양이", en: "cat"), .init(ko: "개", en: "dog")])
    var detector = RetinaNet<Float>(configuration, start: .random(seed: 5))
    // Louder than a fresh one, so that scores differ.
    detector.network.parameters = .init(
      detector.network.parameters.map { name, tensor in
        let loudness: Float = name.hasSuffix("cls_logits.weight") ? 40 : 1
        return (name: name, tensor: Tensor(shape: tensor.shape, tensor.scalars.map { $0 * loudness }))
      })
    try detector.write(to: self[name], metadata: notes.texts)
    return self[name]
  }

  /// A picture of blots.
  @discardableResult
  func photo(_ name: String, width: Int = 90, height: Int = 60, seed: UInt64 = 1) throws -> String {
    var random = SplitMix64(seed: seed)
    let blots = (0..<12).map { _ in (0..<6).map { _ in random.uniform() } }
    var rows = [UInt8](repeating: 0, count: 4 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        let blot = blots.last {
          abs(Double(x) / Double(width) - $0[0]) < $0[2] / 4 && abs(Double(y) / Double(height) - $0[1]) < $0[2] / 4
        }
        for channel in 0..<3 { rows[4 * (y * width + x) + channel] = UInt8(255 * (blot?[3 + channel] ?? 0.5)) }
      }
    }
    let png = try rows.withUnsafeBytes { bytes in
      try encodePNG(
        rows: bytes.baseAddress.unsafelyUnwrapped, stride: 4 * width, width: width, height: height, alpha: .opaque)
    }
    return try write(png, to: name)
  }
}
