import Testing

@testable import Localization

@Suite struct NearestNameTests {
  @Test("a name is nearest to itself, whatever its case")
  func identity() {
    #expect(nearestName(to: "Figure", among: ["value", "figure", "claim"]) == "figure")
  }

  @Test("a slip of one letter finds the name", arguments: ["figre", "fgiure", "figurre", "figura"])
  func slips(_ slip: String) {
    #expect(nearestName(to: slip, among: ["value", "figure", "claim"]) == "figure")
  }

  @Test("a name that resembles none finds none")
  func stranger() {
    #expect(nearestName(to: "umbrella", among: ["value", "figure", "claim"]) == nil)
    #expect(nearestName(to: "x", among: []) == nil)
  }

  @Test("edit distance is symmetric and obeys the triangle inequality")
  func metric() {
    let words = ["", "a", "focal", "local", "vocal", "loss", "lsos"].map(Array.init)
    for a in words {
      for b in words {
        #expect(editDistance(a, b) == editDistance(b, a))
        for c in words { #expect(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c)) }
      }
    }
  }
}
