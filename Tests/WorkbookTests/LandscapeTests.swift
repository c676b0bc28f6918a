import Plotting
import Testing

@testable import Workbook

@Suite struct LandscapeTests {
  @Test(
    "there are as many balloons as asked for, inside the landscape, and none overlap", arguments: [0, 1, 10, 50, 300])
  func balloons(_ count: Int) {
    let boxes = Landscape(balloons: count).boxes
    #expect(boxes.count == count)
    for (index, box) in boxes.enumerated() {
      #expect(Landscape.frame.x.contains(box.x) && Landscape.frame.y.contains(box.y))
      for other in boxes[..<index] { #expect(!box.overlaps(other)) }
    }
  }

  @Test("the same landscape every time, and the first balloons are the largest")
  func settled() {
    let boxes = Landscape(balloons: 10).boxes
    #expect(boxes == Landscape(balloons: 10).boxes)
    #expect(boxes.map(\.area) == boxes.map(\.area).sorted(by: >))
  }

  @Test("balloons have the sizes asked for, where there is room")
  func radii() {
    let boxes = Landscape(radii: [62, 20, 3]).boxes
    for (box, radius) in zip(boxes, [62.0, 20, 3]) { #expect(abs(box.x.length - 2 * radius) < 1e-9) }
    #expect(Landscape(radii: Array(repeating: 500, count: 6)).boxes.allSatisfy { $0.x.length <= 160 })
  }

  @Test("boxes of backgrounds lie inside and are no balloon's, by the paper's rule", arguments: [0, 1, 10, 50])
  func misses(_ count: Int) {
    let landscape = Landscape(balloons: count)
    let misses = landscape.misses(200)
    #expect(misses.count == 200)
    for miss in misses {
      #expect(Landscape.frame.x.contains(miss.x) && Landscape.frame.y.contains(miss.y))
      for box in landscape.boxes { #expect(miss.overlap(with: box) < 0.4) }
    }
  }

  @Test("a picture of any shape has backgrounds inside, and none where objects leave no room")
  func anyPicture() {
    for frame in [Landscape.Box(x: 0...480, y: 0...3), Landscape.Box(x: 0...200, y: 0...480)] {
      let misses = Landscape.misses(8, beside: [], in: frame)
      #expect(misses.count == 8)
      for miss in misses { #expect(frame.x.contains(miss.x) && frame.y.contains(miss.y)) }
    }
    let strips = (0..<480).map { Landscape.Box(x: Double($0)...Double($0 + 1), y: 0...1) }
    #expect(Landscape.misses(8, beside: strips, in: Landscape.Box(x: 0...1, y: 0...1)).isEmpty)
  }

  @Test("a square around a box has equal sides and stays inside", arguments: [1, 10, 50])
  func squares(_ count: Int) {
    for box in Landscape(balloons: count).boxes {
      let square = box.square
      #expect(abs(square.x.length - square.y.length) < 1e-9)
      #expect(abs(square.x.length - max(box.x.length, box.y.length)) < 1e-9)
      #expect(Landscape.frame.x.contains(square.x) && Landscape.frame.y.contains(square.y))
    }
  }

  @Test("overlap is that of a box with itself, of half of it, and of nothing")
  func overlap() {
    let box = Landscape.Box(x: 0...10, y: 0...10)
    #expect(box.overlap(with: box) == 1)
    #expect(box.overlap(with: Landscape.Box(x: 0...10, y: 0...5)) == 0.5)
    #expect(box.overlap(with: Landscape.Box(x: 5...15, y: 0...10)) == 1 / 3.0)
    #expect(box.overlap(with: Landscape.Box(x: 11...15, y: 0...10)) == 0)
  }
}

extension ClosedRange<Double> {
  fileprivate var length: Double { upperBound - lowerBound }
}
