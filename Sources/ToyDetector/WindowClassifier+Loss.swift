import Kernels
import Losses

extension WindowClassifier {
  /// The focal loss of candidates, without α: Σ (1 − p_t)^γ (−log p_t) of objects, of backgrounds and of the easy ones
  /// among them, for each object, in nats.
  public func focalLoss(on candidates: CandidateSet, gamma: Double) -> Balance {
    var sums = LaneSums()
    for (block, logit) in logits(of: candidates, blocks: 0..<candidates.blocks).enumerated() {
      let target = candidates.targets[block]
      let example = LaneFocalLoss(logit: logit, target: target, gamma: gamma)
      sums.add(candidates.counts[block] * example.value, target: target, easy: example.isEasyBackground(target: target))
    }
    return sums.balance / Double(candidates.objects)
  }
}
