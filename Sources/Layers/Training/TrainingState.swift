import Kernels
import TensorKernels
import Tensors

/// All that a training has to remember to go on as if it had never stopped, bit for bit.
///
/// Plain values, which whoever writes files can write as they are and read again.
public struct TrainingState<Scalar: TensorScalar>: Sendable, Hashable {
  /// θ, and what batch normalisation follows; frozen parameters too.
  public let tensors: NamedTensors<Scalar>
  /// v of each trained parameter, by its name; none before the first step.
  public let velocities: NamedTensors<Scalar>
  /// How many steps are done.
  public let step: Int
  /// Where the random numbers go on: `random.seed`.
  public let randomSeed: UInt64

  public init(tensors: NamedTensors<Scalar>, velocities: NamedTensors<Scalar>, step: Int, randomSeed: UInt64) {
    (self.tensors, self.velocities, self.step, self.randomSeed) = (tensors, velocities, step, randomSeed)
  }

  /// Of a training that is under way.
  public init(
    of network: Network<Scalar>, _ descent: GradientDescent<Scalar>, step: Int, random: SplitMix64
  ) {
    self.init(
      tensors: network.tensors,
      velocities: NamedTensors(zip(network.trainedParameters.names, descent.velocities).map { (name: $0, tensor: $1) }),
      step: step, randomSeed: random.seed)
  }

  /// Brings a network of the same kind, its descent and the random numbers to where they were.
  ///
  /// - Throws: `TensorMismatch` where names or shapes are not those of the network; then nothing has changed.
  public func restore(
    _ network: inout Network<Scalar>, _ descent: inout GradientDescent<Scalar>, _ random: inout SplitMix64
  ) throws(TensorMismatch) {
    let trained = network.trainedParameters
    if !velocities.isEmpty, let mismatch = velocities.mismatches(with: trained).first { throw mismatch }
    try network.take(tensors)
    descent.velocities = velocities.isEmpty ? [] : trained.names.compactMap { velocities[$0] }
    random = SplitMix64(seed: randomSeed)
  }
}
