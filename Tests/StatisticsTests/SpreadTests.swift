import Foundation
import Statistics
import Testing

@Suite struct SpreadTests {
  @Test("the deviation is that of a sample")
  func deviation() {
    #expect(Spread([1, 3]).mean == 2)
    #expect(Spread([1, 3]).deviation == 2.0.squareRoot())
    #expect(Spread([5]).deviation == 0)
    #expect(Spread([]).mean.isNaN)
  }

  @Test("a shift of all values moves the mean and leaves the deviation")
  func shift() {
    let spread = Spread([0.25, 0.5, 1]), shifted = Spread(spread.values.map { $0 + 8 })
    #expect(shifted.mean == spread.mean + 8)
    #expect(abs(shifted.deviation - spread.deviation) < 1e-15)
    #expect((shifted - spread).values == [8, 8, 8])
    #expect((shifted - spread).deviation == 0)
  }

  @Test("it is written down as a list of its values")
  func coded() throws {
    let spread = Spread([0.1, 0.2])
    let json = try JSONEncoder().encode(spread)
    #expect(String(decoding: json, as: UTF8.self) == "[0.1,0.2]")
    #expect(try JSONDecoder().decode(Spread.self, from: json) == spread)
  }
}
