import Testing

@testable import Plotting

@Suite struct LabelPlacerTests {
  let text = TextBlock(size: Size(width: 60, height: 20), firstBaseline: 15, lineCount: 1, elements: [])

  func placer(obstacles: [Obstacle] = [], taken: [Rect] = []) -> LabelPlacer {
    LabelPlacer(bounds: Rect(x: 0, y: 0, width: 400, height: 200), obstacles: obstacles, taken: taken, gap: 4)
  }

  @Test func labelsOfACrowdNeitherTouchNorLeave() {
    let dots = (0..<40).map { (i: Int) -> Point in
      Point(x: Double(150 + i * 37 % 100), y: Double(60 + i * 53 % 80))
    }
    let placer = placer(taken: [Rect(x: 0, y: 0, width: 100, height: 50)])
    let labels = dots.map { PlotLabel.around($0, text: text, clearance: 8) }
    let boxes = placer.places(for: labels).compactMap { $0?.bounds }
    #expect(boxes.count > 8)
    for (i, box) in boxes.enumerated() {
      #expect(placer.bounds.contains(box))
      #expect(boxes.dropFirst(i + 1).allSatisfy { !$0.intersects(box) })
      #expect(placer.taken.allSatisfy { !$0.intersects(box) })
    }
  }

  @Test func labelsKeepClearOfDataWhereTheyCan() throws {
    let dot = Point(x: 200, y: 100)
    let curve = Obstacle.line([Point(x: 200, y: 100), Point(x: 400, y: 100)])
    let place = try #require(placer(obstacles: [curve]).places(for: [.around(dot, text: text, clearance: 8)])[0])
    #expect(!curve.touches(place.bounds))
  }

  @Test func aLabelThatMustBeClearIsRatherLeftOut() {
    let everywhere = Obstacle.box(Rect(x: 0, y: 0, width: 400, height: 200))
    var label = PlotLabel.around(Point(x: 200, y: 100), text: text, clearance: 8)
    #expect(placer(obstacles: [everywhere]).places(for: [label])[0] != nil)
    label.need = .clear
    #expect(placer(obstacles: [everywhere]).places(for: [label])[0] == nil)
  }

  @Test func fixedLabelsStandWhereTheyWerePutAndOthersGiveWay() {
    let fixed = PlotLabel([.init(text, at: Point(x: 208, y: 100), anchor: .leading)], need: .fixed)
    let other = PlotLabel.around(Point(x: 200, y: 100), text: text, clearance: 8)
    let places = placer().places(for: [other, fixed])
    #expect(places[1]?.bounds == fixed.candidates[0].bounds)
    #expect(places[0]?.bounds != nil && places[0]?.bounds != places[1]?.bounds)
  }
}
