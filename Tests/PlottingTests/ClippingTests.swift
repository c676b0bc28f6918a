import Testing

@testable import Plotting

@Suite struct ClippingTests {
  let rect = Rect(x: 0, y: 0, width: 100, height: 50)

  @Test func linesInsideStayAsTheyAre() {
    let points = [Point(x: 1, y: 2), Point(x: 50, y: 25), Point(x: 99, y: 49)]
    #expect(clippedLine(through: points, in: rect) == [points])
  }

  @Test func linesAreCutAtTheEdges() {
    let pieces = clippedLine(through: [Point(x: -50, y: 25), Point(x: 150, y: 25)], in: rect)
    #expect(pieces == [[Point(x: 0, y: 25), Point(x: 100, y: 25)]])
  }

  @Test func linesBreakWhereAPointIsMissing() {
    let a = [Point(x: 1, y: 1), Point(x: 2, y: 2)]
    let b = [Point(x: 4, y: 4), Point(x: 5, y: 5)]
    #expect(clippedLine(through: a.map(Optional.some) + [nil] + b.map(Optional.some), in: rect) == [a, b])
    #expect(clippedLine(through: [nil, Point(x: 1, y: 1), nil], in: rect).isEmpty)
    #expect(clippedLine(through: [], in: rect).isEmpty)
  }

  @Test func linesThatLeaveAndComeBackAreTwoPieces() {
    let points = [Point(x: 10, y: 25), Point(x: 20, y: -25), Point(x: 30, y: 25)]
    let pieces = clippedLine(through: points, in: rect)
    #expect(pieces.count == 2)
    #expect(pieces.flatMap(\.self).allSatisfy(rect.contains))
  }

  @Test func polygonsAreCutAtTheEdges() {
    let outside = [Point(x: -10, y: -10), Point(x: 110, y: -10), Point(x: 110, y: 60), Point(x: -10, y: 60)]
    let corners = clippedPolygon(outside, in: rect)
    #expect(Set(corners) == [Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: 50), Point(x: 0, y: 50)])
    #expect(clippedPolygon([Point(x: -3, y: 0), Point(x: -2, y: 5), Point(x: -1, y: 0)], in: rect).isEmpty)
  }

  @Test func namesAtEndsKeepTheirOrderAndDoNotTouch() throws {
    let wanted = [50.0, 52, 10, 51, 98]
    let centers = try #require(spread(wanted, heights: Array(repeating: 10, count: 5), in: 0...100))
    let sorted = wanted.indices.sorted { wanted[$0] < wanted[$1] }.map { centers[$0] }
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 10 - 1e-9 })
    #expect(centers.allSatisfy { (5...95).contains($0) })
    #expect(centers[2] == 10)
    #expect(spread([1, 2], heights: [60, 60], in: 0...100) == nil)
  }
}
