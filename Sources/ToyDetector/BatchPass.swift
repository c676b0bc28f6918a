import Kernels
import Losses

/// One batch, forward and backward.
struct BatchPass {
  /// dL/dθ, one for each parameter. L is the sum over the batch, divided by its objects.
  let gradient: [Double]
  let record: StepRecord

  // MARK: - Forward and backward over a batch

  init(
    _ method: TrainingMethod, _ classifier: WindowClassifier, _ candidates: CandidateSet, batch: CandidateSet.Batch,
    selection: [Lanes]
  ) {
    var gradient = WindowClassifier.Parameters()
    var hiddenBuffer = [Lanes](repeating: .zero, count: Lanes.scalarCount)
    var hidden = hiddenBuffer.mutableSpan
    let features = candidates.features.span
    var tally = Tally()
    let weights = method.weights, gamma = method.gamma
    for block in batch.blocks {
      let count = selection[block - batch.blocks.lowerBound]
      if count == .zero { continue }
      let first = block * Lanes.scalarCount
      let logit = classifier.forward(features, from: first, hidden: &hidden)

      let target = candidates.targets[block]
      let weight = count * (weights.background + (weights.object - weights.background) * target)
      let loss = LaneFocalLoss(logit: logit, target: target, gamma: gamma)
      tally.add(loss, target: target, count: count, weight: weight)

      classifier.backward(weight * loss.slope, features, from: first, hidden: hidden.span, gradient: &gradient)
    }
    let objects = tally.objectCount
    self.gradient = gradient.flat.map { $0 / objects }
    record = tally.record
  }
}

// MARK: - What is recorded

/// Sums over a batch, lane by lane.
private struct Tally {
  private var count = LaneSums(), loss = LaneSums(), gradient = LaneSums()
  private var objectPt = Lanes.zero

  @inline(__always)
  mutating func add(_ example: LaneFocalLoss, target: Lanes, count: Lanes, weight: Lanes) {
    let easy = example.isEasyBackground(target: target)
    self.count.add(count, target: target, easy: easy)
    loss.add(weight * example.value, target: target, easy: easy)
    gradient.add(weight * example.slope.magnitude, target: target, easy: easy)
    objectPt += count * target * example.pt
  }

  var objectCount: Double { count.objects.total }

  var record: StepRecord {
    var record = StepRecord()
    record.count = count.balance / objectCount
    record.loss = loss.balance / objectCount
    record.gradient = gradient.balance / objectCount
    record.objectPt = objectPt.total / objectCount
    return record
  }
}

/// Totals of objects, backgrounds and easy backgrounds, lane by lane.
struct LaneSums {
  var objects = Lanes.zero, backgrounds = Lanes.zero, easyBackgrounds = Lanes.zero

  @inline(__always)
  mutating func add(_ terms: Lanes, target: Lanes, easy: Lanes) {
    objects += terms * target
    backgrounds += terms * (1 - target)
    easyBackgrounds += terms * easy
  }

  var balance: Balance {
    var balance = Balance()
    balance.objects = objects.total
    balance.backgrounds = backgrounds.total
    balance.easyBackgrounds = easyBackgrounds.total
    return balance
  }
}

extension LaneFocalLoss {
  /// 1 for a background with p_t > 0.9, else 0.
  @inline(__always)
  func isEasyBackground(target: Lanes) -> Lanes { (1 - target) * (pt - 0.9).isPositive }
}
