import Foundation
import Kernels
import Layers
import Tensors

@testable import Detection

/// The same numbers as in `Fixtures/truth.py`: each tensor's own, from its name.
enum SeededWeights {
  /// FNV-1a of the name.
  private static func seed(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  static func tensor<Scalar>(_ name: String, _ shape: [Int]) -> Tensor<Scalar> {
    let kind = name.split(separator: ".").last
    if shape.count == 4 {
      let bound = (6 / Double(shape.dropFirst().reduce(1, *))).squareRoot() * (name.contains(".fpn.") ? 0.25 : 1)
      return tensor(name, shape) { (2 * $0 - 1) * bound }
    }
    if kind == "weight" { return tensor(name, shape) { 0.5 + 0.5 * $0 } }
    if kind == "running_var" { return tensor(name, shape) { 0.5 + $0 } }
    return name.hasSuffix("cls_logits.bias")
      ? tensor(name, shape) { $0 - 4.5 } : tensor(name, shape) { 0.2 * $0 - 0.1 }
  }

  static func picture<Scalar>(_ name: String, _ height: Int, _ width: Int) -> Tensor<Scalar> {
    tensor(name, [3, height, width]) { 3.4 * $0 - 1.7 }
  }

  /// 0 … 255.
  static func levels<Scalar>(_ name: String, _ height: Int, _ width: Int) -> Tensor<Scalar> {
    tensor(name, [3, height, width]) { (256 * $0).rounded(.down) }
  }

  private static func tensor<Scalar>(_ name: String, _ shape: [Int], _ number: (Double) -> Double) -> Tensor<Scalar> {
    var random = SplitMix64(seed: seed(name))
    // Through `Float`, as the weights of a file are.
    return Tensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in Scalar(Float(number(random.uniform()))) })
  }
}

extension RetinaNet {
  /// A network with the weights of the truth.
  init(seeded configuration: RetinaNetConfiguration) throws {
    self.init(configuration, start: .zeros)
    try network.take(NamedTensors(network.tensors.map { ($0.name, SeededWeights.tensor($0.name, $0.tensor.shape)) }))
  }
}
