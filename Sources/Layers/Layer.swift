import Kernels
import Tensors

/// A part of a network: a function y = f(x) with parameters θ, and the way back through it.
///
/// A layer remembers nothing of what went through it: whoever goes back says again what went in. So one layer may serve many
/// pictures, threads and places in a network at once.
public protocol Layer<Scalar>: Sendable {
  associatedtype Scalar: TensorScalar

  /// θ: weights and biases, in a fixed order.
  var parameters: [Tensor<Scalar>] { get set }

  /// y = f(x).
  func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar>

  /// From dL/dy to dL/dx and dL/dθ.
  ///
  /// - Parameters:
  ///   - dy: dL/dy, in the shape of y.
  ///   - x: what went in.
  func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar>
}

/// How fast a loss L grows with what goes into a layer, and with the layer's parameters.
public struct Gradient<Scalar: TensorScalar>: Sendable, Hashable {
  /// dL/dx, in the shape of x.
  public var input: Tensor<Scalar>
  /// dL/dθ, one for each of the layer's parameters, in its shape.
  public var parameters: [Tensor<Scalar>]

  public init(input: Tensor<Scalar>, parameters: [Tensor<Scalar>] = []) {
    (self.input, self.parameters) = (input, parameters)
  }
}

// MARK: - Layers without parameters

extension Layer {
  public var parameters: [Tensor<Scalar>] {
    get { [] }
    set { require(newValue.count, ==, 0, "this layer has no parameters") }
  }
}
