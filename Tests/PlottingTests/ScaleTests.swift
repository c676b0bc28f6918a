import Testing

@testable import Plotting

@Suite struct ScaleTests {
  static let scales: [PositionScale] = {
    let specs: [(AxisScale, Double, Double)] = [
      (.linear(0...1), 100, 1700), (.linear(-5...5), 900, 100), (.linear(1e-9...3e-9), 0, 1), (.log(1e-3...1), 0, 800),
      (.log(1...1e6), 700, 20), (.band(["a", "b", "c"]), 0, 900),
    ]
    return specs.compactMap { try? PositionScale($0.0, axis: .x, from: $0.1, to: $0.2) }
  }()

  @Test(arguments: scales) func valueUndoesPosition(scale: PositionScale) throws {
    for value in scale.samples(of: scale.domain, count: 57) {
      let position = try #require(try scale.position(of: value))
      let reach = max(abs(value), abs(scale.domain.upperBound - scale.domain.lowerBound))
      #expect(abs(scale.value(at: position) - value) <= 1e-12 * reach)
    }
  }

  @Test(arguments: scales) func endsOfTheDomainAreEndsOfTheAxis(scale: PositionScale) throws {
    #expect(try scale.position(of: scale.domain.lowerBound) == scale.start)
    #expect(try scale.position(of: scale.domain.upperBound) == scale.end)
  }

  @Test func logarithmsTurnRatiosIntoDistances() throws {
    let scale = try PositionScale(.log(1...1000), axis: .y, from: 0, to: 300)
    for (value, place) in [(1.0, 0.0), (10, 100), (100, 200), (1000, 300)] {
      let position = try #require(try scale.position(of: value))
      #expect(abs(position - place) < 1e-9)
    }
  }

  @Test func whatIsNotFiniteHasNoPlace() throws {
    for scale in Self.scales {
      for value in [Double.nan, .infinity, -.infinity] { #expect(try scale.position(of: value) == nil) }
    }
  }

  @Test func whatHasNoLogarithmIsAnError() throws {
    let scale = try PositionScale(.log(0.1...1), axis: .y, from: 0, to: 1)
    for value in [0.0, -3] {
      #expect(throws: PlottingError(.logValue(axis: .y, value: value))) { try scale.position(of: value) }
    }
  }

  @Test func rangesWithoutExtentAreErrors() {
    let specs: [AxisScale] = [
      .linear(1...1), .linear(-.infinity...0), .linear(-1.7e308...1.7e308), .log(0...1), .log(-1...1), .band([]),
    ]
    for spec in specs {
      #expect(throws: PlottingError.self) { try PositionScale(spec, axis: .x, from: 0, to: 1) }
    }
  }

  @Test func fittingHoldsAllValuesAndEndsOnRoundNumbers() {
    #expect(AxisScale.fitting([31.1, 34.0, 36.4], including: 0) == .linear(0...40))
    #expect(AxisScale.fitting([-0.31, 0.42]) == .linear(-0.4...0.6))
    #expect(AxisScale.fitting([]) == .linear(0...1))
    #expect(AxisScale.fitting([.nan, .infinity]) == .linear(0...1))
    #expect(AxisScale.fitting([0]) == .linear(-1...1))
    guard case .linear(let range) = AxisScale.fitting([7, 7]) else { return #expect(Bool(false)) }
    #expect(range.contains(7) && range.lowerBound < range.upperBound)
  }
}
