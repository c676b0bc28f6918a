import Kernels
import Tensors
import Testing

@testable import Layers

@Suite struct ConvolutionTests {
  private func convolution(
    from inputs: Int, to outputs: Int, side: Int, stride: Int = 1, padding: Int = 0, bias: Double = 0
  ) -> Convolution<Double> {
    var random = SplitMix64(seed: 5)
    return Convolution(
      from: inputs, to: outputs, side: side, stride: stride, padding: padding, weights: .kaiming, bias: bias,
      random: &random)
  }

  @Test("convolution without bias is linear")
  func linear() {
    let f = convolution(from: 3, to: 4, side: 3, stride: 2, padding: 1)
    let x = randomTensor(2, 3, 7, 6, seed: 1), y = randomTensor(2, 3, 7, 6, seed: 2)
    #expect(isNear(f.forward(x + 3 * y), f.forward(x) + 3 * f.forward(y), within: 1e-13))
  }

  @Test("a 1×1 convolution is a product of matrices")
  func oneByOne() {
    let f = convolution(from: 3, to: 5, side: 1)
    let x = randomTensor(1, 3, 4, 6, seed: 1)
    let product = f.weights.reshaped(to: [5, 3]).matrixProduct(x.reshaped(to: [3, 24]))
    #expect(f.forward(x) == product.reshaped(to: [1, 5, 4, 6]))
  }

  @Test("what is shifted before a convolution is shifted after it, away from the edge")
  func shift() {
    let f = convolution(from: 2, to: 3, side: 3, padding: 1, bias: 0.5)
    let x = randomTensor(1, 2, 9, 9, seed: 1)
    var shifted = Tensor(zerosLike: x)
    for c in 0..<2 { for i in 1..<9 { for j in 2..<9 { shifted[0, c, i, j] = x[0, c, i - 1, j - 2] } } }
    let y = f.forward(x), z = f.forward(shifted)
    for o in 0..<3 { for i in 2..<8 { for j in 3..<8 { #expect(z[0, o, i, j] == y[0, o, i - 1, j - 2]) } } }
  }

  @Test("a convolution is its defining sum")
  func definition() {
    for (side, stride, padding) in [(3, 1, 1), (3, 2, 1), (5, 3, 2), (1, 2, 0)] {
      let f = convolution(from: 2, to: 3, side: side, stride: stride, padding: padding, bias: 0.25)
      let x = randomTensor(1, 2, 8, 7, seed: 3), y = f.forward(x)
      for o in 0..<3 {
        for i in 0..<y.shape[2] {
          for j in 0..<y.shape[3] {
            var sum = 0.25
            for c in 0..<2 {
              for u in 0..<side {
                for v in 0..<side {
                  let (row, column) = (stride * i + u - padding, stride * j + v - padding)
                  guard (0..<8).contains(row), (0..<7).contains(column) else { continue }
                  sum += f.weights[o, c, u, v] * x[0, c, row, column]
                }
              }
            }
            #expect(abs(y[0, o, i, j] - sum) < 1e-13)
          }
        }
      }
    }
  }

  @Test(
    "fresh weights have the spread that was asked for",
    arguments: [Initialiser.kaiming, .gaussian(deviation: 0.01)])
  func initialisation(initialiser: Initialiser) {
    var random = SplitMix64(seed: 1)
    let f = Convolution<Double>(from: 16, to: 64, side: 3, weights: initialiser, bias: -4.5, random: &random)
    let count = Double(f.weights.count)  // 9216: the deviation is known to within 1/√(2 · 9216) = 0.7 %
    let deviation = (f.weights.dot(f.weights) / count).squareRoot()
    #expect(abs(deviation / initialiser.deviation(inputs: 144, outputs: 576) - 1) < 0.03)
    #expect(abs(f.weights.scalars.reduce(0, +) / count) < 0.04 * deviation)
    #expect(f.biases?.scalars.allSatisfy { $0 == -4.5 } == true)
    #expect(Initialiser.kaiming.deviation(inputs: 144, outputs: 1) == (2.0 / 144).squareRoot())
  }
}
