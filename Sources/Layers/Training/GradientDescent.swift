import Kernels
import TensorKernels
import Tensors

/// Stochastic gradient descent with momentum and weight decay:
///
/// v ← μ v + (g + λ θ), then θ ← θ − η v, with learning rate η, momentum μ and weight decay λ; v begins at 0.
///
/// - Source: Lin et al. 2017, §4.1: η = 0.01 at first, μ = 0.9, λ = 0.0001. Written as PyTorch's `SGD`.
public struct GradientDescent<Scalar: TensorScalar>: Sendable {
  /// η; may change from step to step.
  public var learningRate: Scalar
  /// μ in [0, 1].
  public let momentum: Scalar
  /// λ ≥ 0.
  public let weightDecay: Scalar
  /// v, one for each parameter, from the first step on.
  public internal(set) var velocities: [Tensor<Scalar>] = []

  public init(learningRate: Scalar, momentum: Scalar = 0.9, weightDecay: Scalar = 0.0001) {
    require(momentum, in: 0...1, "momentum keeps a share of the step before")
    require(weightDecay, >=, 0, "weight decay pulls towards 0")
    (self.learningRate, self.momentum, self.weightDecay) = (learningRate, momentum, weightDecay)
  }

  /// One step of all parameters of a layer.
  ///
  /// - Parameter gradient: dL/dθ, one for each parameter, as `Layer.backward` gives it.
  public mutating func step(_ layer: inout some Layer<Scalar>, gradient: [Tensor<Scalar>]) {
    require(gradient.map(\.shape), ==, layer.parameters.map(\.shape), "one derivative for each parameter")
    begin(gradient)
    layer.changeParameters { index, parameter in step(&parameter, index, gradient[index]) }
  }

  /// One step of all parameters of a network that are not frozen.
  ///
  /// - Parameter gradient: dL/dθ, as `Network.backward` gives it.
  public mutating func step(_ network: inout Network<Scalar>, gradient: NamedTensors<Scalar>) {
    require(gradient.names, ==, network.trainedParameters.names, "one derivative for each trained parameter")
    begin(gradient.tensors)
    network.changeTrainedParameters { index, parameter in step(&parameter, index, gradient.tensors[index]) }
  }

  private mutating func begin(_ gradient: [Tensor<Scalar>]) {
    if velocities.isEmpty { velocities = gradient.map { Tensor(zerosLike: $0) } }
    require(velocities.map(\.shape), ==, gradient.map(\.shape), "the same parameters at every step")
  }

  private mutating func step(_ parameter: inout Tensor<Scalar>, _ index: Int, _ gradient: Tensor<Scalar>) {
    let rates = StepRates(learningRate: learningRate, momentum: momentum, weightDecay: weightDecay)
    parameter.step(velocity: &velocities[index], gradient: gradient, rates)
  }
}
