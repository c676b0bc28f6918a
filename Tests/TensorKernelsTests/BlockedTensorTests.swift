import Kernels
import Testing

@testable import TensorKernels

@Suite struct BlockedTensorTests {
  @Test("what is taken over is given back, whatever the sizes", arguments: [1, 3, 16, 17, 36], [1, 5, 16, 33])
  func conversion(channels: Int, width: Int) {
    var random = SplitMix64(seed: 1)
    let numbers = (0..<2 * channels * 3 * width).map { _ in Float(random.uniform()) }
    let x = BlockedTensor(shape: [2, channels, 3, width])
    x.fill(from: numbers.span, threads: 2)
    #expect(x.numbers == numbers)
    // Channels that fill up the last sixteen are 0.
    let kept = (0..<x.count).count { x.start[$0] != 0 }
    #expect(kept == numbers.count { $0 != 0 })
  }
}
