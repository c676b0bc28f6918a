import Kernels
import TestSupport
import Testing

@Suite struct RequireTests {
  @Test("a rule that holds says nothing")
  func holds() {
    require(3, ==, 3, "three is three")
    require(0.5, in: 0...1, "a half is between 0 and 1")
  }

  @Test("a broken rule ends with its text and both values")
  func broken() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      require(3, ==, 4, "one target for each logit")
    }
    #expect(result.said.contains("one target for each logit: found 3, against 4"))
    #expect(result.said.contains("RequireTests.swift"))
  }

  @Test("not a number lies outside every range")
  func notANumber() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      require(Double.nan, in: 0...1, "alpha is a weight")
    }
    #expect(result.said.contains("alpha is a weight: found nan, expected 0.0...1.0"))
  }
}
