import Kernels
import Tensors

/// Normal numbers in a shape.
func randomTensor(_ shape: Int..., seed: UInt64) -> Tensor<Double> { randomTensor(shape, seed: seed) }

func randomTensor(_ shape: [Int], seed: UInt64) -> Tensor<Double> {
  var random = SplitMix64(seed: seed)
  return Tensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in random.normal() })
}

/// Whether two tensors of the same shape differ by so little everywhere.
func isNear(_ a: Tensor<Double>, _ b: Tensor<Double>, within tolerance: Double) -> Bool {
  a.shape == b.shape && zip(a.scalars, b.scalars).allSatisfy { abs($0 - $1) <= tolerance }
}
