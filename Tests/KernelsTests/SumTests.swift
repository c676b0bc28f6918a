import Kernels
import Testing

@Suite struct SumTests {
  static let numbers: [Float] = {
    var random = SplitMix64(seed: 6)
    return (0..<50_003).map { _ in Float.random(in: -1e3...1e3, using: &random) }
  }()

  @Test("the sum is that of the plain loop", arguments: [0, 1, 15, 16, 17, 2047, 2048, 2049, 50_003])
  func sums(_ count: Int) {
    let x = Array(Self.numbers.prefix(count))
    #expect(abs(sum(x.span) - referenceSum(x)) <= 1e-9)
  }

  @Test("the number of threads never changes a bit of it")
  func threads() {
    let expected = sum(Self.numbers.span)
    for threads in 1...5 { #expect(sum(Self.numbers.span, threads: threads) == expected) }
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
