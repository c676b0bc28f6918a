import Tensors
import Testing

@testable import Layers

@Suite struct UpsamplingTests {
  @Test("to twice the size every number stands four times")
  func double() {
    let x = Tensor<Double>(shape: [1, 1, 2, 2], [1, 2, 3, 4])
    #expect(x.upsampled(height: 4, width: 4).scalars == [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4])
  }

  @Test("to the same size nothing changes, there and back")
  func same() {
    let x = randomTensor(2, 3, 5, 4, seed: 1)
    #expect(x.upsampled(height: 5, width: 4) == x)
    #expect(Tensor(addingUpsampled: x, shape: x.shape) == x)
  }

  @Test("the way back is the transpose: ⟨up x, y⟩ = ⟨x, back y⟩", arguments: [(38, 75), (19, 38), (3, 7), (5, 3)])
  func transpose(from: Int, to: Int) {
    let x = randomTensor(1, 2, from, 3, seed: 1), y = randomTensor(1, 2, to, 8, seed: 2)
    let (up, back) = (x.upsampled(height: to, width: 8), Tensor(addingUpsampled: y, shape: x.shape))
    #expect(abs(up.dot(y) - x.dot(back)) < 1e-12 * Double(y.count))
  }
}
