import Kernels
import TensorKernels
import Tensors

/// A part of a network: a function y = f(x) with parameters θ, and the way back through it.
///
/// A layer remembers nothing of what went through it: whoever goes back says again what went in. So one layer may serve many
/// pictures, threads and places in a network at once.
public protocol Layer<Scalar>: Sendable {
  associatedtype Scalar: TensorScalar

  /// θ: weights and biases, in a fixed order.
  var parameters: [Tensor<Scalar>] { get set }
  /// One for each parameter; those of PyTorch's layers, so that files of weights are understood.
  var parameterNames: [String] { get }

  /// Lets somebody change each parameter, with its number, where it lies.
  mutating func changeParameters(_ change: (Int, inout Tensor<Scalar>) -> Void)

  /// What the layer knows beside θ, and gradient descent does not touch: running means and variances.
  var state: [Tensor<Scalar>] { get set }
  /// One for each tensor of the state.
  var stateNames: [String] { get }

  /// y = f(x).
  func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar>
  /// y = f(x) on the way of training: what the layer keeps an account of, it adds to its state.
  mutating func observe(_ x: Tensor<Scalar>) -> Tensor<Scalar>
  /// The same for several x of any sizes, which have nothing to do with each other.
  mutating func observe(_ xs: [Tensor<Scalar>]) -> [Tensor<Scalar>]

  /// From dL/dy to dL/dx and dL/dθ.
  ///
  /// - Parameters:
  ///   - dy: dL/dy, in the shape of y.
  ///   - x: what went in, or what serves instead; see `recall`.
  func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar>
  /// The same for several x, with dL/dθ summed over them. What is not wanted may be left out.
  func backward(
    _ dys: [Tensor<Scalar>], xs: [Tensor<Scalar>], _ wanted: WantedSlopes
  ) -> (inputs: [Tensor<Scalar>], parameters: [Tensor<Scalar>])
  /// What the way back has to be told again.
  var recall: Recall { get }

  /// The layer as it serves after training.
  var afterTraining: Self { get }

  // Without computing anything

  /// The shape of y for a shape of x, N × C × H × W.
  func outputShape(of input: [Int]) -> [Int]
  /// How many products of a weight with a number the way forward adds up, for a shape of x.
  func multiplyAdds(for input: [Int]) -> Int
  /// The window through which each output sees the input; nil where it sees but one place.
  var window: Window? { get }
}

/// A square window that slides over a picture.
public struct Window: Sendable, Hashable {
  public let side: Int
  /// How many places it moves on.
  public let stride: Int
  /// How far it may stand over each edge.
  public let padding: Int
}

/// What the way back through a layer has to be told again. What no way back is told need not be kept.
public enum Recall: Sendable, Hashable {
  /// What went in.
  case input
  /// What went in, or what came out instead: the slope is the same for both.
  case output
  /// Nothing: the slope does not depend on it, and anything in the shape of x serves.
  case nothing
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

// MARK: - What most layers are

extension Layer {
  public var parameters: [Tensor<Scalar>] {
    get { [] }
    set { require(newValue.count, ==, 0, "this layer has no parameters") }
  }
  public var parameterNames: [String] { [] }
  public mutating func changeParameters(_ change: (Int, inout Tensor<Scalar>) -> Void) {
    var changed = parameters
    for index in changed.indices { change(index, &changed[index]) }
    parameters = changed
  }

  public var state: [Tensor<Scalar>] {
    get { [] }
    set { require(newValue.count, ==, 0, "this layer has no state") }
  }
  public var stateNames: [String] { [] }

  public mutating func observe(_ x: Tensor<Scalar>) -> Tensor<Scalar> { forward(x) }

  public mutating func observe(_ xs: [Tensor<Scalar>]) -> [Tensor<Scalar>] {
    var ys: [Tensor<Scalar>] = []
    for x in xs { ys.append(observe(x)) }
    return ys
  }

  public func backward(
    _ dys: [Tensor<Scalar>], xs: [Tensor<Scalar>], _ wanted: WantedSlopes
  ) -> (inputs: [Tensor<Scalar>], parameters: [Tensor<Scalar>]) {
    let gradients = zip(dys, xs).map { backward($0, x: $1) }
    return (gradients.map(\.input), gradients.map(\.parameters).summed())
  }

  public var recall: Recall { .input }
  public var afterTraining: Self { self }

  public func outputShape(of input: [Int]) -> [Int] { input }
  public func multiplyAdds(for input: [Int]) -> Int { 0 }
  public var window: Window? { nil }
}

extension Collection {
  /// Of some lists of tensors the sum of all first ones, of all second ones, and so on, added in order.
  func summed<Scalar>() -> [Tensor<Scalar>] where Element == [Tensor<Scalar>] {
    guard var sums = first else { return [] }
    for tensors in dropFirst() {
      for index in sums.indices { sums[index].add(tensors[index]) }
    }
    return sums
  }
}
