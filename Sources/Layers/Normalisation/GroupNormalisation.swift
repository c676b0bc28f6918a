import Kernels
import TensorKernels
import Tensors

/// Group normalisation: y = γ (x − μ) / √(σ² + ε) + β, with γ and β of each channel, and the mean μ and variance σ² of each group of
/// C / G neighbouring channels in each picture.
/// - Source: Wu and He, *Group normalization*, ECCV 2018; names and ε as in PyTorch.
public struct GroupNormalisation<Scalar: TensorScalar>: Layer {
  /// γ and β, C each.
  public private(set) var weights: Tensor<Scalar>, biases: Tensor<Scalar>
  /// G.
  public let groups: Int
  public let epsilon: Double

  /// - Parameters:
  ///   - channels: C; γ = 1, β = 0.
  ///   - groups: G, which divides C.
  ///   - epsilon: ε ≥ 0.
  public init(channels: Int, groups: Int = 32, epsilon: Double = 1e-5) {
    require(min(channels, groups), >=, 1, "channels and groups are counted from 1")
    require(channels % groups, ==, 0, "groups share the channels evenly")
    require(epsilon, >=, 0, "ε is added to a variance")
    weights = Tensor(shape: [channels], repeating: 1)
    biases = Tensor(shape: [channels], repeating: 0)
    (self.groups, self.epsilon) = (groups, epsilon)
  }

  // MARK: - Forward

  /// - Parameter x: N × C × H × W.
  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { normalisation(of: x).forward(x) }

  // MARK: - Backward

  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    require(dy.shape, ==, x.shape, "dL/dy has the shape of y")
    return normalisation(of: x).backward(dy, x: x, .computedFromInput)
  }

  private func normalisation(of x: Tensor<Scalar>) -> PlaneNormalisation {
    require(x.shape.count, ==, 4, "pictures are N × C × H × W")
    require(x.shape[1], ==, weights.count, "as many channels come in as the layer has")
    let perGroup = weights.count / groups
    return PlaneNormalisation(
      of: x, sets: (0..<x.shape[0] * weights.count).map { $0 / perGroup }, count: x.shape[0] * groups,
      weights: weights, biases: biases, epsilon: epsilon)
  }

  // MARK: - Parameters

  public var parameters: [Tensor<Scalar>] {
    get { [weights, biases] }
    set {
      require(newValue.map(\.shape), ==, [weights.shape, biases.shape], "weights and biases keep their shapes")
      (weights, biases) = (newValue[0], newValue[1])
    }
  }
  public var parameterNames: [String] { ["weight", "bias"] }
}
