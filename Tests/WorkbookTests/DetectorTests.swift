import Testing

@testable import Workbook

@Suite struct DetectorTests {
  @Test("Table 1(e) has every depth at every scale once, and a larger image is slower and more accurate")
  func speedTable() {
    for depth in [50, 101] {
      let rows = Paper.speedTable.filter { $0.depth == depth }
      #expect(rows.map(\.scale) == [400, 500, 600, 700, 800])
      for (small, large) in zip(rows, rows.dropFirst()) { #expect(small.ap < large.ap && small.time < large.time) }
    }
    #expect(Paper.speedTable.count == 10)
  }

  @Test("in every row AP50 > AP75 > AP, and large objects are found better than small ones")
  func measures() {
    for row in Paper.speedTable {
      #expect(row.ap50 > row.ap75 && row.ap75 > row.ap)
      #expect(row.apSmall < row.apMedium && row.apMedium < row.apLarge)
      #expect((row.apSmall...row.apLarge).contains(row.ap))
    }
  }

  @Test("every quoted detector has a fact of its own for AP and for time")
  func facts() {
    let names = Paper.otherDetectors.map(\.name) + Paper.speedTable.map(\.detector.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(Paper.facts["apOf\(name)"] != nil && Paper.facts["timeOf\(name)"] != nil)
    }
  }
}
