import Localization
import Plotting
import Testing

@testable import Workbook

@Suite struct LossTilesTests {
  static let groups = [(1, 10.0), (1000, 0.1), (7, 3), (1_000_000, 1e-6), (2500, 100)].map { count, each in
    LossTiles("losses", count: count, each: each, tint: .objects)
  }

  @Test("the area of all tiles is the total loss", arguments: groups)
  func area(_ group: LossTiles) {
    let tiles = group.marks(x: 0)
    let area = tiles.reduce(0) { $0 + ($1.x.upperBound - $1.x.lowerBound) * ($1.y.upperBound - $1.y.lowerBound) }
    #expect(abs(area / (Double(group.count) * group.each) - 1) < 1e-9)
    #expect(tiles.count <= 2500)
  }

  @Test("tiles do not overlap, and stay in their field", arguments: groups)
  func apart(_ group: LossTiles) {
    let tiles = group.marks(x: 5)
    #expect(tiles.allSatisfy { $0.x.lowerBound >= 5 && $0.x.upperBound <= 5 + group.width + 1e-9 })
    #expect(tiles.allSatisfy { $0.y.lowerBound >= 0 && $0.y.upperBound <= group.height + 1e-9 })
    for (left, right) in zip(tiles, tiles.dropFirst()) where left.y == right.y {
      #expect(left.x.upperBound < right.x.lowerBound)
    }
  }

  @Test("the sum is written out where there is more than one")
  func sum() {
    #expect(Self.groups[0].sum == "10")
    #expect(Self.groups[1].sum == "1,000 × 0.1 = 100")
  }
}
