import Foundation
import Kernels
import TestSupport
import Testing

@Suite struct ElementwiseTests {
  /// The largest relative error over normal results; whatever is smaller has to be smaller than the least normal number.
  func error(_ found: [Float], _ judge: [Float]) -> Double {
    zip(found, judge).reduce(0) { worst, pair in
      if pair.0 == pair.1 || pair.0.isNaN && pair.1.isNaN { return worst }
      if pair.1.magnitude < .leastNormalMagnitude {
        return pair.0.magnitude <= .leastNormalMagnitude ? worst : .infinity
      }
      return max(worst, abs(Double(pair.0) / Double(pair.1) - 1))
    }
  }

  func random(_ range: ClosedRange<Float>) -> [Float] {
    var random = SplitMix64(seed: 3)
    return (0..<40_001).map { _ in Float.random(in: range, using: &random) }
  }

  @Test("exp is within 3e-7 of the plain loop, to both ends of Float")
  func exponentials() {
    let x = random(-88...88.722) + [0, -0.0, 1e-30, 88.7228, 88.7229, 1e30, -87.33654, -87.33655, -104, -1e30]
    var y = x
    var span = y.mutableSpan
    exp(x.span, into: &span)
    #expect(error(y, referenceExp(x)) < 3e-7)
  }

  @Test("exp and softplus of what is no number is no number, and infinities go where they should")
  func special() {
    let x: [Float] = [.nan, .infinity, -.infinity]
    var y = x
    var span = y.mutableSpan
    exp(x.span, into: &span)
    #expect(y[0].isNaN && y[1] == .infinity && y[2] == 0)
    span = y.mutableSpan
    softplus(x.span, into: &span)
    #expect(y[0].isNaN && y[1] == .infinity && y[2] == 0)
    span = y.mutableSpan
    log(x.span, into: &span)
    #expect(y[0].isNaN && y[1] == .infinity && y[2].isNaN)
  }

  @Test("log is within 3e-7 of the plain loop")
  func logarithms() {
    let x =
      random(0...3) + random(0.99...1.01) + [1, 2, 0.5, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e30, 1e-30]
    var y = x
    var span = y.mutableSpan
    log(x.span, into: &span)
    #expect(error(y, referenceLog(x)) < 3e-7)
    #expect(y[x.count - 7] == 0)
  }

  @Test("softplus is within 5e-7 of the plain loop")
  func softpluses() {
    let x = random(-95...95) + random(-1...1) + [0, 1e9, -1e9]
    var y = x
    var span = y.mutableSpan
    softplus(x.span, into: &span)
    #expect(error(y, referenceSoftplus(x)) < 5e-7)
  }

  @Test("every length is done to its end", arguments: 0...33)
  func lengths(_ count: Int) {
    let x = [Float](repeating: 0, count: count)
    var y = [Float](repeating: 9, count: count)
    var span = y.mutableSpan
    exp(x.span, into: &span)
    #expect(y.allSatisfy { $0 == 1 })
  }

  @Test("one result for each number, or the program ends")
  func shapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var y: [Float] = [0]
      var span = y.mutableSpan
      exp([Float](repeating: 0, count: 2).span, into: &span)
    }
    #expect(result.said.contains("one result for each number: found 2, against 1"))
  }
}
