import Kernels
import Tensors
import Testing

@testable import Layers

@Suite struct NormalisationTests {
  /// Mean and variance of each row of a matrix.
  private func moments(_ x: Tensor<Double>, rows: Int) -> [(mean: Double, variance: Double)] {
    (0..<rows).map { row in
      let numbers = x.reshaped(to: [rows, x.count / rows])[picture: row].scalars
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      return (mean, numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count))
    }
  }

  @Test("group normalisation gives every group of every picture mean 0 and variance 1, whatever the scale")
  func groups() {
    let layer = GroupNormalisation<Double>(channels: 6, groups: 2, epsilon: 0)
    let x = randomTensor(3, 6, 4, 5, seed: 1)
    for row in moments(layer.forward(100 * x + Tensor(shape: x.shape, repeating: 7)), rows: 6) {
      #expect(abs(row.mean) < 1e-13)
      #expect(abs(row.variance - 1) < 1e-12)
    }
    #expect(isNear(layer.forward(100 * x), layer.forward(x), within: 1e-12))
  }

  @Test("batch normalisation of one picture is group normalisation with one channel a group")
  func onePicture() {
    let x = randomTensor(1, 4, 5, 3, seed: 1), dy = randomTensor(1, 4, 5, 3, seed: 2)
    var batch = BatchNormalisation<Double>(channels: 4), group = GroupNormalisation<Double>(channels: 4, groups: 4)
    batch.parameters = [randomTensor(4, seed: 3), randomTensor(4, seed: 4)]
    group.parameters = batch.parameters
    #expect(batch.forward(x) == group.forward(x))
    #expect(batch.backward(dy, x: x) == group.backward(dy, x: x))
  }

  @Test(
    "frozen normalisation is batch normalisation after training, and needs nothing to go back", arguments: [0, 1e-5])
  func frozen(epsilon: Double) {
    let x = randomTensor(2, 3, 4, 5, seed: 1), dy = randomTensor(2, 3, 4, 5, seed: 2)
    var batch = BatchNormalisation<Double>(channels: 3, epsilon: epsilon)
    batch.parameters = [randomTensor(3, seed: 3), randomTensor(3, seed: 4)]
    batch.state = [randomTensor(3, seed: 5), randomTensor(3, seed: 6).rectified() + Tensor(shape: [3], repeating: 0.5)]
    var frozen = FrozenNormalisation<Double>(channels: 3, epsilon: epsilon)
    frozen.state = batch.parameters + batch.state
    #expect(frozen.forward(x) == batch.afterTraining.forward(x))
    #expect(frozen.backward(dy, x: dy).input == batch.afterTraining.backward(dy, x: x).input)
    #expect(frozen.recall == .nothing)
    #expect(frozen.parameters.isEmpty)
    #expect(batch.stateNames == Array(frozen.stateNames.suffix(2)))
  }

  @Test("a plane of equal numbers is normalised to 0")
  func equal() {
    let x = Tensor<Double>(shape: [1, 2, 3, 3], repeating: 0.1)
    for row in moments(BatchNormalisation<Double>(channels: 2).forward(x), rows: 2) { #expect(abs(row.mean) < 1e-9) }
  }

  @Test("after many batches of one kind the running variance is theirs")
  func running() {
    var layer = BatchNormalisation<Double>(channels: 1, momentum: 0.25)
    let x = 3 * randomTensor(2, 1, 4, 4, seed: 1)
    for _ in 0..<100 { _ = layer.observe(x) }
    let (mean, variance) = moments(x, rows: 1)[0]
    #expect(abs(layer.state[0].scalars[0] - mean) < 1e-11)
    #expect(abs(layer.state[1].scalars[0] - variance * 32 / 31) < 1e-11)
    #expect(isNear(layer.afterTraining.afterTraining.forward(x), layer.forward(x), within: 0.1))
  }

  @Test("Float agrees with Double, on many planes and any number of threads alike")
  func single() {
    let x = randomTensor(2, 8, 64, 65, seed: 1)
    let float = Tensor<Float>(shape: x.shape, x.scalars.map { Float($0) })
    let y = GroupNormalisation<Double>(channels: 8, groups: 2).forward(x)
    let z = GroupNormalisation<Float>(channels: 8, groups: 2).forward(float)
    #expect(z == GroupNormalisation<Float>(channels: 8, groups: 2).forward(float))
    #expect(zip(y.scalars, z.scalars).allSatisfy { abs($0 - Double($1)) < 2e-6 })
  }
}
