import Kernels
import Tensors

extension NamedTensors {
  /// The length of all numbers as one vector: √Σ xⱼ², added in `Double` and in an order that depends on the shapes alone.
  ///
  /// Of the derivatives of a network it is the gradient norm. It is not finite where one of the numbers is not.
  public var norm: Double {
    tensors.reduce(0) { sum, tensor in
      // Rows may be added at the same time, one after the other they come to the sum.
      let zeros = [Double](repeating: 0, count: Swift.max(tensor.shape.first ?? 1, 1))
      return tensor.planeSums(with: tensor, around: zeros).reduce(sum) { $0 + $1.products }
    }.squareRoot()
  }

  /// Shortens the gradient g to a length of at most c where it is longer: g ← g · min(1, c / (|g| + 10⁻⁶)).
  ///
  /// - Parameter largest: c > 0.
  /// - Returns: |g| as it was. Check that it is finite before taking a step: clipping mends no NaN.
  /// - Source: Pascanu et al., *On the difficulty of training recurrent neural networks*, ICML 2013; written as PyTorch's
  ///   `clip_grad_norm_`.
  @discardableResult
  public mutating func clip(toNorm largest: Double) -> Double {
    require(largest, >, 0, "a gradient keeps some length")
    let norm = norm
    let factor = largest / (norm + 1e-6)
    if factor < 1 {
      for index in tensors.indices { tensors[index].scale(by: Scalar(factor)) }
    }
    return norm
  }
}
