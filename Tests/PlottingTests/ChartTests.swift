import Foundation
import Localization
import Testing

@testable import Plotting

@Suite struct ChartTests {
  let frame = Rect(x: 100, y: 50, width: 1600, height: 900)

  func chart(_ xs: AxisScale = .linear(0...10), _ ys: AxisScale = .linear(0...5), _ marks: [any Mark]) -> Chart {
    Chart(x: Axis(label: "x", scale: xs), y: Axis(label: "y", scale: ys)) { marks }
  }

  func scene(_ chart: Chart) throws -> Scene {
    Scene(size: .slide, background: nil, elements: try chart.elements(in: frame, context: .nominal()))
  }

  /// The lines drawn in the colour of the first series.
  func curves(_ scene: Scene) -> [[Point]] {
    scene.flat.compactMap { element in
      guard case .path(let path, _, let stroke?) = element, stroke.color == Theme.light.series[0] else { return nil }
      return path.points
    }
  }

  @Test(arguments: [AxisScale.linear(0...10), .log(0.5...10)]) func plottedPointsAreTheDataThroughTheScales(
    ys: AxisScale
  ) throws {
    let data = [(1.0, 1.0), (2, 4), (5, 0.7), (9.5, 3)]
    let chart = chart(.linear(0...10), ys, [Line(data).label("f", at: .near(x: 1))])
    let area = try chart.plotArea(in: frame, context: .nominal())
    let drawn = try #require(curves(try scene(chart)).first)
    #expect(drawn.count == data.count)
    for (point, datum) in zip(drawn, data) {
      #expect(abs(area.x.value(at: point.x) - datum.0) < 1e-9)
      #expect(abs(area.y.value(at: point.y) - datum.1) < 1e-9)
    }
  }

  @Test func functionsAreSampledEvenlyAlongTheirAxis() throws {
    let chart = chart(.log(1e-3...1), .linear(0...7), [Line(over: 1e-3...1, samples: 31) { -log($0) }])
    let drawn = try #require(curves(try scene(chart)).first)
    let gaps = zip(drawn, drawn.dropFirst()).map { $1.x - $0.x }
    #expect(drawn.count == 31)
    #expect(gaps.allSatisfy { abs($0 - gaps[0]) < 1e-6 })
  }

  @Test func linesBreakAtNaNAndInfinity() throws {
    let values: [Double] = [1, 2, .nan, 2, 3, .infinity, 1, 1]
    let line = Line(values.enumerated().map { (Double($0.offset), $0.element) })
    #expect(curves(try scene(chart(.linear(0...10), .linear(0...5), [line]))).map(\.count) == [2, 2, 2])
  }

  @Test func marksStayInsideThePlot() throws {
    let wild = (0...40).map { DataPoint(Double($0) - 15, 1e9 * sin(Double($0))) }
    let chart = chart(
      marks: [Line(wild), Area(wild), Dot(wild), Bar([1e300, -1e300, 3], errors: [1e200, .nan, 9e9])])
    let area = try chart.plotArea(in: frame, context: .nominal())
    let near = area.rect.outset(by: 30)
    for element in try scene(chart).elements {
      guard case .clipped(let window, let inner) = element else { continue }
      #expect(near.contains(window))
      for point in Scene(size: .slide, background: nil, elements: inner).points {
        #expect(point.x.isFinite && point.y.isFinite && abs(point.x) <= 1e7 + 100 && abs(point.y) <= 1e7 + 100)
      }
    }
    #expect(curves(try scene(chart)).flatMap(\.self).allSatisfy { near.contains($0) })
  }

  func chart(marks: [any Mark]) -> Chart { chart(.linear(0...10), .linear(0...5), marks) }

  @Test func emptyDataDrawsEmptyAxes() throws {
    let none: [DataPoint] = []
    let empty = try scene(
      chart(marks: [Line(none), Area(none), Dot(none), Bar([]), Bar([BarSeries("a", values: [])])]))
    #expect(try scene(chart(marks: [])).strings == empty.strings.filter { $0 != "a" })
  }

  @Test func valuesWithoutLogarithmAreErrorsThatNameTheFigure() throws {
    let figure = Figure(
      name: "bad", title: "",
      content: chart(.linear(0...1), .log(0.1...1), [Line([(0.0, 0.0), (1, 1)])]))
    let error = #expect(throws: PlottingError.self) { try figure.nominalScene() }
    #expect(error?.problem == .logValue(axis: .y, value: 0))
    #expect(error?.message.en.contains("bad") == true && error?.message.ko.contains("bad") == true)
  }

  @Test func barsReachFromZeroToTheirValues() throws {
    let bars = Bar([3, -2, 4])
    let plot = try chart(.band(["a", "b", "c"]), .linear(-5...5), [bars]).plotArea(in: frame, context: .nominal())
    let boxes = try bars.boxes(of: 0, in: plot)
    #expect(boxes.map(\.index) == [0, 1, 2])
    for (box, value) in zip(boxes, [3.0, -2, 4]) {
      #expect(abs(plot.y.value(at: box.rect.minY) - max(value, 0)) < 1e-9)
      #expect(abs(plot.y.value(at: box.rect.maxY) - min(value, 0)) < 1e-9)
      #expect(abs(plot.x.value(at: box.rect.midX) - Double(box.index)) < 1e-9)
    }
  }

  @Test func stackedBarsStandOnEachOther() throws {
    let bars = Bar([BarSeries(values: [1, 2]), BarSeries(values: [3, 1])], arrangement: .stacked)
    let plot = try chart(.band(["a", "b"]), .linear(0...5), [bars]).plotArea(in: frame, context: .nominal())
    let (lower, upper) = (try bars.boxes(of: 0, in: plot), try bars.boxes(of: 1, in: plot))
    for (low, high) in zip(lower, upper) { #expect(abs(low.rect.minY - high.rect.maxY) < 1e-9) }
    #expect(abs(plot.y.value(at: upper[0].rect.minY) - 4) < 1e-9)
  }

  @Test func groupedBarsDoNotOverlap() throws {
    let bars = Bar((0..<4).map { _ in BarSeries(values: [1, 2, 3]) })
    let plot = try chart(.band(["a", "b", "c"]), .linear(0...5), [bars]).plotArea(in: frame, context: .nominal())
    var boxes: [Rect] = []
    for place in 0..<4 { boxes += try bars.boxes(of: place, in: plot).map(\.rect) }
    for (i, box) in boxes.enumerated() { #expect(boxes.dropFirst(i + 1).allSatisfy { !box.intersects($0) }) }
  }

  @Test(arguments: [(0.0, 0.0), (0, 4.6), (9.6, 0), (9.6, 4.6)]) func aBoxInACornerHasItsLabelToo(x: Double, y: Double)
    throws
  {
    let box = RectMark(x: x...(x + 0.4), y: y...(y + 0.4)).label("quadrilateral 0.44")
    #expect(try scene(chart(marks: [box])).strings.contains { $0.hasPrefix("quadrilateral") })
  }

  @Test func namesStandAtTheEndsOfCurvesElseInALegend() throws {
    func naming(_ chart: Chart) throws -> SeriesNames { try chart.laidOut(in: frame, context: .nominal()).names }
    let apart = [1.0, 3].map { y in Line([(0.0, y), (10, y)]).label("y = \(y)") }
    let together = [1.0, 1.01, 1.02, 1.03].map { y in Line([(0.0, y), (10, y)]).label("y = \(y)") }
    let area = try chart(marks: apart).plotArea(in: frame, context: .nominal())
    #expect(area.rect.maxX < frame.maxX - 80)
    #expect(try naming(chart(marks: apart)).taken.isEmpty)
    #expect(try naming(chart(marks: together)).taken.count == 1)
  }
}
