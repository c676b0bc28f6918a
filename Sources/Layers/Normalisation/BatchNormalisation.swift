import Kernels
import TensorKernels
import Tensors

/// Batch normalisation: y = γ (x − μ) / √(σ² + ε) + β, with γ, β, μ, σ² of each channel.
///
/// In training μ and σ² are those of the batch, and the layer follows them: μ̄ ← (1 − m) μ̄ + m μ, and σ̄² alike with the variance that
/// divides by one less than the count. Afterwards μ̄ and σ̄² serve.
/// - Source: Ioffe and Szegedy, *Batch normalization*, ICML 2015; names, m and the variances as in PyTorch.
public struct BatchNormalisation<Scalar: TensorScalar>: Layer {
  /// Which means and variances serve.
  public enum Statistics: Sendable, Hashable {
    /// Those of the batch.
    case batch
    /// Those that were followed in training.
    case running
  }

  /// γ and β, C each.
  public private(set) var weights: Tensor<Scalar>, biases: Tensor<Scalar>
  /// μ̄ and σ̄², C each.
  public private(set) var runningMeans: Tensor<Scalar>, runningVariances: Tensor<Scalar>
  public let epsilon: Double
  /// m in [0, 1].
  public let momentum: Double
  public var statistics: Statistics

  /// - Parameters:
  ///   - channels: C; γ = 1, β = 0, μ̄ = 0, σ̄² = 1.
  ///   - epsilon: ε ≥ 0.
  ///   - momentum: m, the share of the newest batch.
  public init(channels: Int, epsilon: Double = 1e-5, momentum: Double = 0.1, statistics: Statistics = .batch) {
    require(channels, >=, 1, "channels are counted from 1")
    require(epsilon, >=, 0, "ε is added to a variance")
    require(momentum, in: 0...1, "the newest batch has some share")
    weights = Tensor(shape: [channels], repeating: 1)
    biases = Tensor(shape: [channels], repeating: 0)
    (runningMeans, runningVariances) = (biases, weights)
    (self.epsilon, self.momentum, self.statistics) = (epsilon, momentum, statistics)
  }

  // MARK: - Forward

  /// - Parameter x: N × C × H × W; in training at least two numbers of each channel.
  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { normalisation(of: x).forward(x) }

  /// The same; the running means and variances take in those of x.
  public mutating func observe(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    let normalisation = normalisation(of: x)
    if statistics == .batch {
      let count = Double(x.count / weights.count)
      follow(&runningMeans, normalisation.means)
      follow(&runningVariances, normalisation.variances.map { $0 * count / (count - 1) })
    }
    return normalisation.forward(x)
  }

  private func follow(_ running: inout Tensor<Scalar>, _ new: [Double]) {
    running = Tensor(
      shape: running.shape,
      Scalar.array(zip(Scalar.doubles(running.scalars), new).map { (1 - momentum) * $0 + momentum * $1 }))
  }

  // MARK: - Backward

  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    require(dy.shape, ==, x.shape, "dL/dy has the shape of y")
    return normalisation(of: x).backward(dy, x: x, statistics == .batch ? .computedFromInput : .given)
  }

  private func normalisation(of x: Tensor<Scalar>) -> PlaneNormalisation {
    let sets = channelOfPlanes(of: x, channels: weights.count)
    switch statistics {
    case .batch:
      require(x.count / weights.count, >=, 2, "a variance is that of two numbers or more")
      return PlaneNormalisation(
        of: x, sets: sets, count: weights.count, weights: weights, biases: biases, epsilon: epsilon)
    case .running: return runningNormalisation(ofPlanes: sets)
    }
  }

  /// - Parameter sets: for each plane, its channel.
  func runningNormalisation(ofPlanes sets: [Int]) -> PlaneNormalisation {
    PlaneNormalisation(
      weights: weights, biases: biases, epsilon: epsilon, sets: sets, means: Scalar.doubles(runningMeans.scalars),
      variances: Scalar.doubles(runningVariances.scalars))
  }
}

// MARK: - Parameters, state, and use after training

extension BatchNormalisation {
  public var parameters: [Tensor<Scalar>] {
    get { [weights, biases] }
    set {
      require(newValue.map(\.shape), ==, [weights.shape, biases.shape], "weights and biases keep their shapes")
      (weights, biases) = (newValue[0], newValue[1])
    }
  }
  public var parameterNames: [String] { ["weight", "bias"] }

  public var state: [Tensor<Scalar>] {
    get { [runningMeans, runningVariances] }
    set {
      require(newValue.map(\.shape), ==, [weights.shape, biases.shape], "means and variances keep their shapes")
      (runningMeans, runningVariances) = (newValue[0], newValue[1])
    }
  }
  public var stateNames: [String] { ["running_mean", "running_var"] }

  /// With the running means and variances.
  public var afterTraining: Self {
    var layer = self
    layer.statistics = .running
    return layer
  }
}

/// For each of the N · C planes of pictures, its channel.
func channelOfPlanes<Scalar>(of x: Tensor<Scalar>, channels: Int) -> [Int] {
  require(x.shape.count, ==, 4, "pictures are N × C × H × W")
  require(x.shape[1], ==, channels, "as many channels come in as the layer has")
  return (0..<x.shape[0] * channels).map { $0 % channels }
}
