import Kernels
import TensorKernels
import Testing

@testable import Tensors

@Suite struct TensorTests {
  static func random(_ shape: Int..., seed: UInt64) -> Tensor<Double> {
    var random = SplitMix64(seed: seed)
    return Tensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in random.normal() })
  }

  @Test("the last index runs fastest")
  func rowMajor() {
    var x = Tensor<Double>(shape: [2, 3, 4], (0..<24).map(Double.init))
    #expect(x[1, 2, 3] == 23)
    #expect(x[1, 0, 2] == 14)
    x[0, 1, 0] = -1
    #expect(x.scalars[4] == -1)
    #expect(x.reshaped(to: [6, 4])[1, 0] == -1)
  }

  @Test("a batch is its pictures")
  func batch() {
    let x = Self.random(3, 2, 4, 5, seed: 1)
    #expect(Tensor(batch: (0..<3).map { x[picture: $0] }) == x)
    #expect(x[picture: 2][1, 3, 4] == x[2, 1, 3, 4])
  }

  // Sizes on all sides of the tiles: 4 rows, 16 columns, 8 lanes.
  static let sizes = [(1, 1, 1), (3, 5, 7), (4, 1, 16), (5, 9, 17), (8, 27, 33), (16, 72, 48), (2, 40, 15)]

  @Test("products of matrices are sums of products, in every form", arguments: sizes)
  func products(m: Int, k: Int, n: Int) {
    let a = Self.random(m, k, seed: 1), b = Self.random(k, n, seed: 2), c = Self.random(m, n, seed: 3)
    let transposedA = Tensor(shape: [k, m], (0..<k * m).map { a[$0 % m, $0 / m] })
    let transposedB = Tensor(shape: [n, k], (0..<n * k).map { b[$0 % k, $0 / k] })

    // The judge adds every place's products one after the other.
    let judge = Tensor(
      shape: [m, n], (0..<m * n).map { place in (0..<k).reduce(0) { $0 + a[place / n, $1] * b[$1, place % n] } })
    #expect(a.matrixProduct(b) == judge)
    #expect(transposedA.transposedMatrixProduct(b) == judge)
    let sum = c.addingProduct(a, b), rows = c.addingProductOfRows(a, transposedB)
    for place in 0..<m * n {
      #expect(abs(sum.scalars[place] - (c + judge).scalars[place]) < 1e-13)
      #expect(abs(rows.scalars[place] - (c + judge).scalars[place]) < 1e-13)
    }
  }

  @Test("the norm of some tensors is the length of all their numbers as one vector")
  func norm() {
    let x = Tensor<Double>(shape: [2], [2, 3]), y = Tensor<Double>(shape: [1, 2], [6, 0])
    #expect([x, y].norm() == 7)
  }

  @Test("sums and multiples go number by number")
  func arithmetic() {
    let x = Tensor<Float>(shape: [3], [1, -2, 3]), y = Tensor<Float>(shape: [3], [10, 20, 30])
    #expect((x + y).scalars == [11, 18, 33])
    #expect((y - x).scalars == [9, 22, 27])
    #expect((2 * x).scalars == [2, -4, 6])
    #expect(x.rectified().scalars == [1, 0, 3])
    #expect(y.kept(wherePositive: x).scalars == [10, 0, 30])
  }

  @Test("what is not a number is not hidden by a maximum with 0")
  func notANumber() {
    #expect(Tensor<Double>(shape: [1], [.nan]).rectified().scalars[0].isNaN)
  }

  @Test("taking patches and adding them back are transposes of each other")
  func patches() {
    for (side, stride, padding) in [(1, 1, 0), (3, 1, 1), (3, 2, 1), (2, 3, 0), (5, 2, 4)] {
      let window = SlidingWindow(channels: 2, height: 6, width: 7, side: side, stride: stride, padding: padding)
      let x = Self.random(2, 6, 7, seed: 1)
      let y = Self.random(window.patchCount, window.positionCount, seed: 2)
      let difference = x.patches(window).dot(y) - x.dot(Tensor(addingPatches: y, window))
      #expect(abs(difference) < 1e-12)
    }
  }

  @Test("shapes that do not fit end the program")
  func misfits() async {
    await #expect(processExitsWith: .failure) {
      _ = Tensor<Double>(shape: [2], [1, 2]) + Tensor<Double>(shape: [1, 2], [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = Tensor<Double>(shape: [2, 3], repeating: 1).matrixProduct(Tensor<Double>(shape: [2, 3], repeating: 1))
    }
    await #expect(processExitsWith: .failure) { _ = Tensor<Double>(shape: [2, 2], [1, 2, 3]) }
  }
}
