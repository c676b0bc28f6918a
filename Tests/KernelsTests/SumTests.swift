import Testing

@testable import Kernels

@Suite struct SumTests {
  @Test("the sum of a block is that of the plain loop", arguments: [0, 1, 15, 16, 17, 31, 32, 33, 1023, 1024])
  func sums(_ count: Int) throws {
    var random = SplitMix64(seed: 6)
    let x = (0..<count + 1).map { _ in Float.random(in: -1e3...1e3, using: &random) }
    let sum = try x.withUnsafeBufferPointer { blockSum(try #require($0.baseAddress), count: count) }
    #expect(abs(sum - x.prefix(count).reduce(0) { $0 + Double($1) }) <= 1e-9)
  }

  @Test("every index is worked on exactly once", arguments: [1, 2, 3, 8])
  func everyIndexOnce(_ threads: Int) {
    for count in [0, 1, 2, 7, 100, 1000] {
      let total = parallelSum(count, threads: threads) { Double($0) + 1 }
      #expect(total == Double(count * (count + 1) / 2))
    }
  }

  @Test("no thread at all is the programmer's error")
  func noThread() async {
    await #expect(processExitsWith: .failure) { parallelFor(1, threads: 0) { _ in } }
  }
}
