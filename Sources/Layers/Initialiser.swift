import Kernels
import Tensors

/// How weights begin.
public enum Initialiser: Sendable, Hashable {
  case zeros
  /// Normal numbers with mean 0 and this standard deviation.
  /// - Source: Lin et al. 2017, §4.1, with σ = 0.01.
  case gaussian(deviation: Double)
  /// Normal numbers with the standard deviation √(2 / n), where n is how many numbers an output is summed from: before a
  /// rectifier, what goes through the network keeps its size.
  /// - Source: He et al., *Delving deep into rectifiers*, ICCV 2015, Eq. (10); PyTorch's `kaiming_normal_`.
  case kaiming
  /// The same where n is into how many outputs a number goes: what comes back through the network keeps its size.
  /// - Source: He et al. 2015, Eq. (14); `kaiming_normal_(mode="fan_out")`, with which torchvision's ResNets begin.
  case kaimingBackward
  /// Uniform numbers in ±√(3 / n), of variance 1 / n, where n is how many numbers an output is summed from: without a
  /// rectifier, what goes through the network keeps its size.
  /// - Source: `kaiming_uniform_(a=1)`, with which torchvision's feature pyramid begins.
  case uniform

  /// σ of the weights.
  ///
  /// - Parameters:
  ///   - inputs: how many numbers each output is summed from, 1 or more.
  ///   - outputs: into how many outputs each number goes, 1 or more.
  public func deviation(inputs: Int, outputs: Int) -> Double {
    require(min(inputs, outputs), >=, 1, "an output is summed from something")
    return switch self {
    case .zeros: 0
    case .gaussian(let deviation): deviation
    case .kaiming: (2 / Double(inputs)).squareRoot()
    case .kaimingBackward: (2 / Double(outputs)).squareRoot()
    case .uniform: (1 / Double(inputs)).squareRoot()
    }
  }

  /// Fresh weights of a convolution.
  ///
  /// - Parameters:
  ///   - shape: C′ × C / G × side × side.
  ///   - random: where they come from, in the order in which they lie.
  public func weights<Scalar>(_ shape: [Int], random: inout SplitMix64) -> Tensor<Scalar> {
    require(shape.count, ==, 4, "weights are C′ × C / G × side × side")
    let deviation = deviation(inputs: shape[1] * shape[2] * shape[3], outputs: shape[0] * shape[2] * shape[3])
    let count = shape.reduce(1, *)
    return switch self {
    case .zeros: Tensor(shape: shape, repeating: 0)
    case .gaussian, .kaiming, .kaimingBackward:
      Tensor(shape: shape, (0..<count).map { _ in Scalar(deviation * random.normal()) })
    case .uniform:
      Tensor(
        shape: shape, (0..<count).map { _ in Scalar(deviation * 3.0.squareRoot() * random.uniform(in: -1...1)) })
    }
  }
}
