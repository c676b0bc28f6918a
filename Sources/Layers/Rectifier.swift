import TensorKernels
import Tensors

/// ReLU: y = max(x, 0), number by number.
public struct Rectifier<Scalar: TensorScalar>: Layer {
  public init() {}

  // MARK: - Forward: y = max(x, 0)

  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.rectified() }

  // MARK: - Backward: dx = dy where x > 0, and 0 elsewhere

  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    Gradient(input: dy.kept(wherePositive: x))
  }

  /// x > 0 where y > 0. So only y is kept, which the next layer takes anyway.
  public var recall: Recall { .output }
}
