import Kernels
import Testing

@testable import TensorKernels

@Suite struct BlockedPicturesTests {
  func sample(_ shape: [Int], seed: UInt64) -> (numbers: [Float], tensor: BlockedTensor) {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<shape.reduce(1, *)).map { _ in Float(random.uniform(in: -1...1)) }
    let tensor = BlockedTensor(shape: shape)
    tensor.fill(from: numbers.span, threads: 1)
    return (numbers, tensor)
  }

  @Test("max pooling is the plain one", arguments: [(3, 2, 1), (2, 2, 0), (3, 1, 1), (1, 3, 0)], [1, 6, 9])
  func pooling(window: (side: Int, stride: Int, padding: Int), height: Int) {
    guard height + 2 * window.padding >= window.side else { return }
    let shape = PoolingShape(side: window.side, stride: window.stride, padding: window.padding)
    let (numbers, x) = sample([2, 20, height, 7], seed: 1)
    let y = BlockedTensor(shape: [2, 20, shape.outputLength(height), shape.outputLength(7)])
    x.maximum(shape, into: y, threads: 2)
    let plain = SlidingWindow(
      channels: 40, height: height, width: 7, side: window.side, stride: window.stride, padding: window.padding)
    #expect(
      y.numbers
        == filled(plain.channels * plain.positionCount) { Float.maximum(of: numbers.span, plain, into: &$0) })
  }

  @Test("a window that sees what is no number gives none")
  func notANumber() {
    var numbers = [Float](repeating: 1, count: 16 * 25)
    numbers[12] = .nan
    let x = BlockedTensor(shape: [1, 16, 5, 5]), y = BlockedTensor(shape: [1, 16, 3, 3])
    x.fill(from: numbers.span, threads: 1)
    x.maximum(PoolingShape(side: 3, stride: 2, padding: 1), into: y, threads: 1)
    #expect(y.numbers.enumerated().allSatisfy { $1.isNaN == ($0 == 4) })
  }

  @Test(
    "enlarged pictures take the nearest number", arguments: [(3, 2, 6, 4), (3, 3, 5, 7), (1, 1, 2, 3), (4, 4, 4, 4)])
  func enlarging(size: (height: Int, width: Int, toHeight: Int, toWidth: Int)) {
    let (small, x) = sample([2, 18, size.height, size.width], seed: 1)
    let (large, added) = sample([2, 18, size.toHeight, size.toWidth], seed: 2)
    let y = BlockedTensor(shape: added.shape)
    x.enlarge(addedTo: added, into: y, threads: 2)
    let expected = large.indices.map { index in
      let (channel, place) = index.quotientAndRemainder(dividingBy: size.toHeight * size.toWidth)
      let (i, j) = place.quotientAndRemainder(dividingBy: size.toWidth)
      return large[index]
        + small[(channel * size.height + i * size.height / size.toHeight) * size.width + j * size.width / size.toWidth]
    }
    #expect(y.numbers == expected)
    x.enlarge(addedTo: nil, into: y, threads: 1)
    #expect(zip(y.numbers, zip(expected, large)).allSatisfy { abs($0 - ($1.0 - $1.1)) < 1e-6 })
  }

  @Test("sums and rectifiers are those of each number")
  func sums() {
    let (a, x) = sample([2, 18, 3, 5], seed: 1), (b, other) = sample([2, 18, 3, 5], seed: 2)
    let y = BlockedTensor(shape: x.shape)
    x.add(other, .none, into: y, threads: 2)
    #expect(y.numbers == zip(a, b).map(+))
    x.add(other, .rectifier, into: y, threads: 1)
    #expect(y.numbers == zip(a, b).map { max($0 + $1, 0) })
    x.add(nil, .rectifier, into: x, threads: 1)
    #expect(x.numbers == a.map { max($0, 0) })
  }
}
