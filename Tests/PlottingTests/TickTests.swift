import Foundation
import Testing

@testable import Plotting

@Suite struct TickTests {
  static let domains: [ClosedRange<Double>] = [
    0...1, 0...5, -5...5, 0.13...0.87, 0...1_000_000, 1e-9...4e-9, -1e12...3e12, 26...40, 99.9...100.1,
    1e15...1e15 + 64,
  ]

  @Test(arguments: domains, [2, 5, 9]) func ticksLieInsideTheDomainInOrder(domain: ClosedRange<Double>, count: Int)
    throws
  {
    let scale = try PositionScale(.linear(domain), axis: .x, from: 0, to: 1000)
    let ticks = scale.niceValues(count: count)
    #expect(ticks.allSatisfy(domain.contains))
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
    #expect((1...2 * count + 1).contains(ticks.count))
  }

  @Test func stepsAreOneTwoOrFiveTimesAPowerOfTen() {
    for exponent in -12...12 {
      for raw in [1.0, 1.3, 1.5, 2, 2.9, 3.3, 4.9, 6.9, 7.2, 9.9] {
        let step = NiceStep(span: raw * pow(10, Double(exponent)), count: 1)
        #expect([1, 2, 5].contains(step.mantissa))
        let ratio = step.size / (raw * pow(10, Double(exponent)))
        #expect(ratio > 0.63 && ratio < 1.59)
      }
    }
  }

  @Test func decimalFractionsComeOutExact() throws {
    let scale = try PositionScale(.linear(0...1), axis: .x, from: 0, to: 1000)
    #expect(scale.niceValues(count: 10) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test func logarithmicAxesCarryPowersOfTen() throws {
    let scale = try PositionScale(.log(1e-3...1e6), axis: .y, from: 0, to: 1000)
    #expect(scale.niceValues(count: 5) == [1e-2, 1, 1e2, 1e4, 1e6])
    let short = try PositionScale(.log(10...500), axis: .y, from: 0, to: 1000)
    #expect(short.niceValues(count: 5) == [10, 20, 50, 100, 200, 500])
    let tiny = try PositionScale(.log(3...4), axis: .y, from: 0, to: 1000)
    #expect(tiny.niceValues(count: 5).count >= 3)
  }

  @Test func numbersAreWrittenAsPeopleReadThem() {
    #expect(NumberFormat.automatic.string(-0.5) == "−0.5")
    #expect(NumberFormat.automatic.string(67_995) == "67,995")
    #expect(NumberFormat.automatic.string(1e6, decimals: 0) == "1,000,000")
    #expect(NumberFormat.automatic.string(0.30000000000000004) == "0.3")
    #expect(NumberFormat.automatic.string(-0.0) == "0")
    #expect(NumberFormat.fixed(2).string(-0.001) == "0.00")
    #expect(NumberFormat.fixed(1).string(-1234.56) == "−1,234.6")
    #expect(NumberFormat.percent(0).string(0.25) == "25%")
    #expect(NumberFormat.power.string(1e-3) == "$10^{-3}$")
    #expect(NumberFormat.power.string(2e7) == "$2 \\times 10^{7}$")
    #expect(NumberFormat.power.string(999_999) == "$10^{6}$")
    #expect(NumberFormat.affixed(.fixed(0), after: " ms").string(72) == "72 ms")
    #expect(NumberFormat.automatic.string(.nan) == "NaN")
    #expect(NumberFormat.fixed(3).string(-.infinity) == "−∞")
    #expect(NumberFormat.fixed(99).string(1e300).hasPrefix("$10^"))
  }
}
