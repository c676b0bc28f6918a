import Testing

@testable import Kernels

@Suite struct SplitMix64Tests {
  @Test func `the same seed gives the same numbers, another seed others`() {
    func numbers(_ seed: UInt64) -> [UInt64] {
      var random = SplitMix64(seed: seed)
      return (0..<5).map { _ in random.next() }
    }
    #expect(numbers(1) == numbers(1))
    #expect(numbers(1) != numbers(2))
  }

  @Test func `it agrees with the published generator`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  @Test func `nearly normal numbers have mean 0 and variance 1`() {
    var random = SplitMix64(seed: 3)
    let numbers = (0..<100_000).map { _ in random.nearlyNormal() }
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 100_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.01)
  }

  @Test func `a choice is of different elements, each as often as any other`() {
    var random = SplitMix64(seed: 4)
    var seen = [Int](repeating: 0, count: 5)
    for _ in 0..<10_000 {
      var elements = Array(0..<5)
      random.choose(2, from: &elements)
      #expect(Set(elements) == Set(0..<5))
      for element in elements[..<2] { seen[element] += 1 }
    }
    #expect(seen.allSatisfy { abs($0 - 4000) < 200 })
  }
}
