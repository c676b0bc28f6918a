import Testing

@testable import Evaluation

@Suite struct COCOCategoryTests {
  @Test(
    "80 categories, ascending from 1 to 90 with ten numbers left out, each with a name of its own in both languages")
  func table() {
    let ids = COCOCategory.all.map(\.id)
    #expect(ids.count == 80 && ids.first == 1 && ids.last == 90 && zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Set(1...90).subtracting(ids) == [12, 26, 29, 30, 45, 66, 68, 69, 71, 83])
    #expect(Set(COCOCategory.all.map(\.name.en)).count == 80 && Set(COCOCategory.all.map(\.name.ko)).count == 80)
    #expect(COCOCategory.all.allSatisfy { $0.name.ko.unicodeScalars.allSatisfy { $0 == " " || $0.value >= 0xAC00 } })
    #expect(COCOCategory.named[18]?.name.en == "dog" && COCOCategory.named[18]?.name.ko == "개")
  }
}
