import Foundation
import Losses
import Testing

@Suite struct CrossEntropyTests {
  let p = [0.5, 0.25, 0.25, 0]
  let q = [0.1, 0.2, 0.3, 0.4]

  @Test("H(p, q) = H(p) + KL(p‖q)")
  func identity() {
    #expect(abs(crossEntropy(p: p, q: q) - entropy(p) - klDivergence(p: p, q: q)) < 1e-15)
    let logits = [0.3, -1.2, 2.0, 0.7]
    #expect(abs(crossEntropy(p: p, logits: logits) - entropy(p) - klDivergence(p: p, logits: logits)) < 1e-15)
  }

  @Test("KL is 0 for equal distributions, and above 0 for others")
  func divergence() {
    #expect(klDivergence(p: p, q: p) == 0)
    #expect(klDivergence(p: q, q: q) == 0)
    #expect(klDivergence(p: p, q: q) > 0)
    #expect(klDivergence(p: q, q: p) == .infinity)
  }

  @Test("entropy is 0 where one class is certain, and log K where all are alike")
  func entropies() {
    #expect(entropy([0, 1, 0]) == 0)
    #expect(abs(entropy([0.25, 0.25, 0.25, 0.25]) - log(4)) < 1e-15)
    #expect(abs(entropy(logits: [7, 7, 7, 7]) - log(4)) < 1e-15)
  }

  @Test("of a one-hot truth only one term is left: −log 0.7 = 0.356675")
  func oneHot() {
    #expect(abs(crossEntropy(p: [0, 1, 0], q: [0.2, 0.7, 0.1]) - 0.356675) < 1e-6)
    let logits = [0.3, -1.2, 2.0, 0.7]
    for t in logits.indices {
      let oneHot = logits.indices.map { $0 == t ? 1.0 : 0.0 }
      #expect(agrees(crossEntropy(p: oneHot, logits: logits), crossEntropy(logits: logits, target: t)))
      let gradients = zip(
        crossEntropyGradient(p: oneHot, logits: logits), crossEntropyGradient(logits: logits, target: t))
      #expect(gradients.allSatisfy { agrees($0, $1) })
    }
  }

  @Test("probabilities and logits give the same")
  func bothForms() {
    let logits = [0.3, -1.2, 2.0, 0.7]
    #expect(abs(crossEntropy(p: p, logits: logits) - crossEntropy(p: p, q: softmax(logits))) < 1e-15)
    #expect(abs(klDivergence(p: p, logits: logits) - klDivergence(p: p, q: softmax(logits))) < 1e-15)
    #expect(abs(entropy(logits: logits) - entropy(softmax(logits))) < 1e-15)
  }

  @Test("analytic gradients match central differences")
  func gradients() {
    let logits = [0.3, -1.2, 2.0, 0.7]
    func match(_ gradient: [Double], _ difference: [Double]) -> Bool {
      zip(gradient, difference).allSatisfy { abs($0 - $1) < 1e-8 }
    }
    for t in logits.indices {
      #expect(
        match(
          crossEntropyGradient(logits: logits, target: t),
          centralDifference({ crossEntropy(logits: $0, target: t) }, at: logits)))
      #expect(
        match(
          marginGradient(logits: logits, target: t), centralDifference({ margin(logits: $0, target: t) }, at: logits)))
    }
    #expect(match(entropyGradient(logits: logits), centralDifference({ entropy(logits: $0) }, at: logits)))
    #expect(
      match(
        crossEntropyGradient(p: p, logits: logits), centralDifference({ crossEntropy(p: p, logits: $0) }, at: logits)))
    #expect(
      match(
        klDivergenceGradient(p: p, logits: logits), centralDifference({ klDivergence(p: p, logits: $0) }, at: logits)))
    // Of distributions: steps of 1e-7 stay within what still counts as a sum of 1.
    let ofQ = centralDifference({ crossEntropy(p: p, q: $0) }, at: q, step: 1e-7)
    #expect(zip(crossEntropyGradient(p: p, q: q), ofQ).allSatisfy { abs($0 - $1) < 1e-6 })
    let ofKL = centralDifference({ klDivergence(p: p, q: $0) }, at: q, step: 1e-7)
    #expect(zip(klDivergenceGradient(p: p, q: q), ofKL).allSatisfy { abs($0 - $1) < 1e-6 })
    let ofH = centralDifference({ entropy($0) }, at: q, step: 1e-7)
    #expect(zip(entropyGradient(q), ofH).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("from logits it agrees with the truth of many digits")
  func truth() {
    for row in Truth.losses.softmax {
      for (t, truth) in row.targets.enumerated() {
        #expect(agrees(crossEntropy(logits: row.logits, target: t), truth.crossEntropy), "\(row.logits), t = \(t)")
        let gradient = crossEntropyGradient(logits: row.logits, target: t)
        #expect(zip(gradient, truth.gradient).allSatisfy { agrees($0, $1) }, "\(row.logits), t = \(t)")
      }
    }
  }

  @Test("the mean over a batch agrees with PyTorch's cross_entropy")
  func pytorch() {
    let truth = PyTorchTruth.losses.softmax
    let count = Double(truth.targets.count)
    let losses = zip(truth.logits, truth.targets).map { crossEntropy(logits: $0, target: $1) }
    #expect(agrees(losses.reduce(0, +) / count, truth.meanCrossEntropy))
    for (i, gradient) in truth.gradient.enumerated() {
      let ours = crossEntropyGradient(logits: truth.logits[i], target: truth.targets[i])
      #expect(zip(ours, gradient).allSatisfy { abs($0 / count - $1) < 1e-15 })
    }
  }

  @Test("what is no distribution is the programmer's error")
  func noDistribution() async {
    await #expect(processExitsWith: .failure) { _ = entropy([0.5, 0.4]) }
    await #expect(processExitsWith: .failure) { _ = entropy([1.5, -0.5]) }
    await #expect(processExitsWith: .failure) { _ = klDivergence(p: [1], q: [0.5, 0.5]) }
  }
}
