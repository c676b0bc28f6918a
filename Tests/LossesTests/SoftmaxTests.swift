import Foundation
import Losses
import Testing

@Suite struct SoftmaxTests {
  let rows = Truth.losses.softmax

  @Test("softmax sums to one")
  func sumsToOne() {
    for row in rows { #expect(abs(softmax(row.logits).reduce(0, +) - 1) < 1e-15) }
  }

  @Test("a shift of all logits changes nothing")
  func shift() {
    let logits = [0.25, -17.5, 3.0, 3.0, -2.0, 1.5]
    let shifted = logits.map { $0 + 1024 }
    #expect(softmax(shifted) == softmax(logits))
    #expect(margin(logits: shifted, target: 3) == margin(logits: logits, target: 3))
    #expect(abs(logSumExp(shifted) - logSumExp(logits) - 1024) < 1e-12)
  }

  @Test("of two classes, it is the sigmoid of their difference")
  func twoClasses() {
    for x in stride(from: -60.0, through: 60, by: 1.5) {
      #expect(agrees(softmax([x, 0])[0], sigmoid(x)))
      #expect(crossEntropy(logits: [x, 0], target: 0) == binaryCrossEntropy(logit: x, target: .object))
    }
  }

  @Test("the true class has a sigmoid of its margin")
  func margins() {
    for row in rows {
      for t in row.logits.indices {
        #expect(agrees(sigmoid(margin(logits: row.logits, target: t)), row.softmax[t]))
      }
    }
  }

  @Test("one class alone is certain")
  func oneClass() {
    #expect(softmax([3]) == [1])
    #expect(crossEntropy(logits: [3], target: 0) == 0)
    #expect(crossEntropyGradient(logits: [3], target: 0) == [0])
    #expect(softmaxFocalLoss(logits: [3], target: 0, alpha: 1, gamma: 0) == 0)
    #expect(softmaxFocalLossGradient(logits: [3], target: 0, alpha: 1, gamma: 0.5) == [0])
  }

  @Test("the jacobian and the gradient of logSumExp match central differences")
  func derivatives() {
    let logits = [0.3, -1.2, 2.0, 0.7]
    let jacobian = softmaxJacobian(logits)
    for i in logits.indices {
      let row = centralDifference({ softmax($0)[i] }, at: logits)
      #expect(zip(jacobian[i], row).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(abs(jacobian[i].reduce(0, +)) < 1e-15)
    }
    let gradient = centralDifference(logSumExp, at: logits)
    #expect(zip(logSumExpGradient(logits), gradient).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("softmax, logSumExp and entropy agree with the truth of many digits")
  func truth() {
    for row in rows {
      #expect(zip(softmax(row.logits), row.softmax).allSatisfy { agrees($0, $1) })
      #expect(agrees(logSumExp(row.logits), row.logSumExp))
      #expect(agrees(entropy(logits: row.logits), row.entropy), "\(row.logits)")
    }
  }

  @Test("no class at all, or a target that is none of them, is the programmer's error")
  func noClass() async {
    await #expect(processExitsWith: .failure) { _ = softmax([]) }
    await #expect(processExitsWith: .failure) { _ = crossEntropy(logits: [], target: 0) }
    await #expect(processExitsWith: .failure) { _ = crossEntropy(logits: [1, 2], target: 2) }
  }
}
