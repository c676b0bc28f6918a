import Boxes
import Kernels
import Tensors

/// What the two subnets say of every anchor, level by level as it comes out of the network.
///
/// K is the number of classes, A that of the anchors on a cell. Channel a · K + k of the logits is class k of anchor a, and
/// channel a · 4 + c of the offsets is number c of dx, dy, dw, dh.
public struct HeadOutputs<Scalar: TensorScalar>: Sendable {
  /// One for each level: N × A · K × Hₗ × Wₗ; σ of each is the probability of a class.
  public let logits: [Tensor<Scalar>]
  /// One for each level: N × A · 4 × Hₗ × Wₗ.
  public let deltas: [Tensor<Scalar>]
  /// K.
  public let classes: Int

  public init(logits: [Tensor<Scalar>], deltas: [Tensor<Scalar>], classes: Int) {
    require(logits.count, ==, deltas.count, "logits and offsets have the same levels")
    for (logits, deltas) in zip(logits, deltas) {
      require(Array(logits.shape.dropFirst(2)), ==, Array(deltas.shape.dropFirst(2)), "and the same cells")
      require(logits.shape[1] * 4, ==, deltas.shape[1] * classes, "and the same anchors")
    }
    (self.logits, self.deltas, self.classes) = (logits, deltas, classes)
  }

  /// N.
  public var pictures: Int { logits[0].shape[0] }
  /// A.
  public var anchorsPerCell: Int { deltas[0].shape[1] / 4 }
  /// A · Σ Hₗ · Wₗ.
  public var anchors: Int { anchorsPerCell * deltas.reduce(0) { $0 + $1.shape[2] * $1.shape[3] } }

  // MARK: - In the order of the anchors

  /// N × anchors × K, in the order of `AnchorGenerator.anchors(for:)`: level, row, column, anchor.
  public var logitsOfAnchors: Tensor<Scalar> {
    Tensor(cellsOf: logits).reshaped(to: [pictures, anchors, classes])
  }

  /// N × anchors × 4, in the same order.
  public var deltasOfAnchors: Tensor<Scalar> {
    Tensor(cellsOf: deltas).reshaped(to: [pictures, anchors, 4])
  }

  /// The way back: slopes of each anchor's logits, N × anchors × K, as slopes of the levels.
  func levels(ofLogits slopes: Tensor<Scalar>) -> [Tensor<Scalar>] {
    let cells = anchors / anchorsPerCell
    return slopes.reshaped(to: [pictures, cells, anchorsPerCell * classes]).maps(shapes: logits.map(\.shape))
  }

  /// The same for offsets, N × anchors × 4.
  func levels(ofDeltas slopes: Tensor<Scalar>) -> [Tensor<Scalar>] {
    let cells = anchors / anchorsPerCell
    return slopes.reshaped(to: [pictures, cells, anchorsPerCell * 4]).maps(shapes: deltas.map(\.shape))
  }
}

extension HeadOutputs {
  /// The same numbers as another type has them: a network that computes in `Double` is decoded in `Float`.
  public init<Other>(_ other: HeadOutputs<Other>) {
    func converted(_ tensors: [Tensor<Other>]) -> [Tensor<Scalar>] {
      tensors.map { Tensor(shape: $0.shape, $0.scalars.map { Scalar(Double($0)) }) }
    }
    self.init(logits: converted(other.logits), deltas: converted(other.deltas), classes: other.classes)
  }
}
