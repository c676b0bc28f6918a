import Kernels
import Testing

@Suite struct BoxKernelsTests {
  @Test("the outer sum is every number of one plus every number of the other, and touches nothing else")
  func outerSums() {
    let x: [Float] = [1, 20, 300]
    for count in [0, 1, 15, 16, 17, 40] {
      let y = (0..<count).map { Float($0) / 4 }
      var z = [Float](repeating: -1, count: 3 * count + 4)
      var span = z.mutableSpan
      outerSum(x.span, y.span, into: &span, at: 2)
      #expect(z == [-1, -1] + x.flatMap { shift in y.map { $0 + shift } } + [-1, -1])
    }
  }

  @Test("the order is descending and stable", arguments: [0, 1, 2, 1000, 5000])
  func order(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let special: [Float] = [0, -0.0, 0, .infinity, -.infinity, 1e-45, -1e-45, .greatestFiniteMagnitude]
    let x = (0..<count).map { $0 < 8 ? special[$0] : Float(random.index(below: 900)) - 450 }
    let expected = x.indices.sorted { x[$0] != x[$1] ? x[$0] > x[$1] : $0 < $1 }
    #expect(stableDescendingOrder(x.span).map(Int.init) == expected)
  }

  @Test(
    "overlaps and marks of a range are those of each box alone, and leave the others be", arguments: [0, 1, 15, 16, 33])
  func ranges(_ count: Int) {
    var random = SplitMix64(seed: 3)
    let total = 40
    let corners = (0..<2 * total).map { _ in Float(random.uniform(in: 0...20)) }
    let planes = corners + corners.map { $0 + Float(random.uniform(in: 1...20)) }
    let range = 5..<5 + count
    let box = (0..<4).map { planes[$0 * total + 7] }
    let found = filled(count) { overlaps(of: box.span, with: planes.span, range: range, into: &$0) }
    for (place, iou) in zip(range, found) {
      let alone = filled(1) { overlaps(of: box.span, with: planes.span, range: place..<place + 1, into: &$0) }
      #expect(iou == alone[0] && (place != 7 || iou == 1))
    }
    var marks = [Int32](repeating: 0, count: total)
    var span = marks.mutableSpan
    markOverlaps(of: 7, in: planes.span, range: range, above: 0.2, marks: &span)
    for place in 0..<total { #expect((marks[place] == -1) == (range.contains(place) && found[place - 5] > 0.2)) }
  }
}
