import Losses
import Testing

@Suite struct TargetTests {
  @Test("an object takes p, x and α; background takes 1 − p, −x and 1 − α")
  func trueClass() {
    #expect(pt(p: 0.1, target: .object) == 0.1)
    #expect(pt(p: 0.1, target: .background) == 0.9)
    #expect(xt(logit: 3, target: .object) == 3)
    #expect(xt(logit: 3, target: .background) == -3)
    #expect(alphaT(alpha: 0.25, target: .object) == 0.25)
    #expect(alphaT(alpha: 0.25, target: .background) == 0.75)
  }

  @Test("without α both classes weigh 1", arguments: Target.allCases)
  func unbalanced(_ target: Target) {
    #expect(alphaT(alpha: nil, target: target) == 1)
  }

  @Test("a file's 0 and 1 are background and object")
  func rawValues() {
    #expect(Target(rawValue: 0) == .background)
    #expect(Target(rawValue: 1) == .object)
  }
}
