import Kernels
import TensorKernels
import Tensors

/// Batch normalisation that stays as it is: y = γ (x − μ) / √(σ² + ε) + β, with all four of each channel given.
///
/// Nothing of it is trained, so the way back needs no more than the slope; a network keeps nothing for it.
/// - Source: torchvision's `FrozenBatchNorm2d`. Its COCO_V1 weights were trained with ε = 0, everything else with 1e-5.
public struct FrozenNormalisation<Scalar: TensorScalar>: Layer {
  /// γ, β, μ, σ², C each.
  public var state: [Tensor<Scalar>] {
    didSet { require(state.map(\.shape), ==, stateNames.map { _ in [channels] }, "one number for each channel") }
  }
  public var stateNames: [String] { ["weight", "bias", "running_mean", "running_var"] }
  /// C.
  public let channels: Int
  public let epsilon: Double

  /// γ = 1, β = 0, μ = 0, σ² = 1.
  ///
  /// - Parameters:
  ///   - channels: C, 1 or more.
  ///   - epsilon: ε ≥ 0.
  public init(channels: Int, epsilon: Double = 1e-5) {
    require(channels, >=, 1, "channels are counted from 1")
    require(epsilon, >=, 0, "ε is added to a variance")
    (self.channels, self.epsilon) = (channels, epsilon)
    state = [1, 0, 0, 1].map { Tensor(shape: [channels], repeating: $0) }
  }

  // MARK: - Forward

  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { normalisation(of: x).forward(x) }

  // MARK: - Backward: dx = γ dy / √(σ² + ε)

  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    Gradient(input: normalisation(of: dy).inputSlope(dy))
  }

  public var recall: Recall { .nothing }

  private func normalisation(of x: Tensor<Scalar>) -> PlaneNormalisation {
    normalisation(ofPlanes: channelOfPlanes(of: x, channels: channels))
  }

  /// - Parameter sets: for each plane, its channel.
  func normalisation(ofPlanes sets: [Int]) -> PlaneNormalisation {
    PlaneNormalisation(
      weights: state[0], biases: state[1], epsilon: epsilon, sets: sets,
      means: Scalar.doubles(state[2].scalars), variances: Scalar.doubles(state[3].scalars))
  }
}
