import Kernels
import Losses

/// How good a trained detector is on pictures that it has not seen.
public struct Quality: Sendable, Equatable, Codable {
  /// Whether objects stand above backgrounds, whatever the probabilities are.
  public internal(set) var averagePrecision = 0.0
  /// The best F1 of all thresholds.
  public internal(set) var bestF1 = 0.0

  /// Objects among those that it calls objects, p ≥ 0.5; 0 where it calls nothing so.
  public internal(set) var precision = 0.0
  /// Objects that it calls objects.
  public internal(set) var recall = 0.0
  /// The harmonic mean of precision and recall at p ≥ 0.5.
  public internal(set) var f1 = 0.0
  /// Backgrounds that it calls objects, for each object.
  public internal(set) var falseAlarms = 0.0

  /// Objects that it expects (the sum of all p), for each object there is: 1 is right, above it promises too much.
  public internal(set) var overconfidence = 0.0
  /// Cross entropy of all candidates, for each object, in nats.
  public internal(set) var crossEntropy = 0.0

  // MARK: - Measured on unseen pictures

  public init(of classifier: WindowClassifier, on candidates: CandidateSet) {
    let logits = classifier.logits(of: candidates, blocks: 0..<candidates.blocks)
    var objects: [Double] = []
    var backgrounds: [(score: Double, count: Double)] = []
    var found = 0.0
    var expected = Lanes.zero, loss = Lanes.zero
    for (block, logit) in logits.enumerated() {
      let target = candidates.targets[block], count = candidates.counts[block]
      let example = LaneFocalLoss(logit: logit, target: target, gamma: 0)
      let p = target * example.pt + (1 - target) * (1 - example.pt)
      expected += count * p
      loss += count * example.value
      for lane in 0..<Lanes.scalarCount where count[lane] > 0 {
        let isObject = target[lane] == 1
        if isObject { objects.append(logit[lane]) } else { backgrounds.append((logit[lane], count[lane])) }
        if logit[lane] >= 0 { if isObject { found += 1 } else { falseAlarms += count[lane] } }
      }
    }
    let number = Double(objects.count)
    let ranking = Ranking(objects: objects, backgrounds: backgrounds)
    averagePrecision = ranking.averagePrecision
    bestF1 = ranking.bestF1
    precision = found > 0 ? found / (found + falseAlarms) : 0
    recall = found / number
    f1 = 2 * found / (found + falseAlarms + number)
    falseAlarms /= number
    overconfidence = expected.total / number
    crossEntropy = loss.total / number
  }
}
