import Testing

@testable import ToyDetector

@Suite struct RankingTests {
  static func ranking(_ objects: [Double], _ backgrounds: [Double]) -> Ranking {
    Ranking(objects: objects, backgrounds: backgrounds.map { ($0, 1) })
  }

  @Test func `a perfect ranking has an average precision of 1`() {
    let ranking = Self.ranking([9, 8, 7], [6, 5, 4, 3])
    #expect(ranking.averagePrecision == 1)
    #expect(ranking.bestF1 == 1)
  }

  @Test func `a reversed ranking has the least average precision there is`() {
    // P objects below N backgrounds: (1/P) Σ k / (N + k)
    let ranking = Self.ranking([2, 1], [5, 4, 3])
    #expect(abs(ranking.averagePrecision - (1.0 / 4 + 2.0 / 5) / 2) < 1e-15)
  }

  @Test func `equal scores are found together`() {
    let ranking = Self.ranking([1, 1], [1, 1])
    #expect(ranking.found == [2, 2])
    #expect(ranking.falseAlarms == [2, 2])
    #expect(ranking.averagePrecision == 0.5)
  }

  @Test func `a background that counts twice is two backgrounds`() {
    let twice = Ranking(objects: [3, 1], backgrounds: [(score: 2, count: 2), (score: 0, count: 1)])
    let two = Self.ranking([3, 1], [2, 2, 0])
    #expect(twice.falseAlarms == two.falseAlarms)
    #expect(twice.averagePrecision == two.averagePrecision)
  }

  @Test func `any rising function of the scores ranks the same`() {
    let objects = [0.3, -1.2, 2.5, 0.9], backgrounds = [-3, 0.5, -0.7, 1.1, 0.9]
    let scores = Self.ranking(objects, backgrounds)
    let shifted = Self.ranking(objects.map { 3 * $0 - 7 }, backgrounds.map { 3 * $0 - 7 })
    #expect(scores.averagePrecision == shifted.averagePrecision)
    #expect(scores.bestF1 == shifted.bestF1)
  }

  @Test func `scores that are not numbers rank worst`() {
    #expect(Self.ranking([.nan, .nan], [1, .nan]).averagePrecision == 0.5)
    #expect(Self.ranking([2], [.nan]).averagePrecision == 0.5)
  }
}
