/// One batch, forward and backward.
struct BatchPass {
  /// dL/dθ, one for each parameter. L is the sum over the batch, divided by its objects.
  let gradient: [Double]
  let record: StepRecord

  // MARK: - Forward and backward over a batch

  init(
    _ method: TrainingMethod, _ classifier: WindowClassifier, _ candidates: CandidateSet, batch: Range<Int>,
    selection: [Lanes]
  ) {
    var hiddenBuffer = [Lanes](repeating: .zero, count: classifier.units.count)
    var unitGradients = [WindowClassifier.UnitGradient](repeating: .init(), count: classifier.units.count)
    var hidden = hiddenBuffer.mutableSpan
    var gradient = unitGradients.mutableSpan
    var slopes = Lanes.zero
    var tally = Tally()
    let weights = method.weights, gamma = method.gamma
    for block in batch {
      let count = selection[block - batch.lowerBound]
      if count == .zero { continue }
      let features = candidates.features[block], target = candidates.targets[block]
      let weight = count * (weights.background + (weights.object - weights.background) * target)
      let logit = classifier.forward(features, hidden: &hidden)
      let loss = LaneLoss(logit: logit, target: target, gamma: gamma)
      let slope = weight * loss.slope
      classifier.backward(slope, features, hidden: hidden.span, gradient: &gradient)
      slopes += slope
      tally.add(loss, target: target, count: count, weight: weight)
    }
    let objects = tally.objectCount
    var flat = [slopes.total / objects]
    for unit in unitGradients {
      let w = unit.w.totals / objects
      flat += w.indices.map { w[$0] } + [unit.c.total / objects, unit.v.total / objects]
    }
    self.gradient = flat
    record = tally.record
  }
}

// MARK: - What is recorded

/// Sums over a batch, lane by lane.
private struct Tally {
  private var count = Sums(), loss = Sums(), gradient = Sums()
  private var objectPt = Lanes.zero

  @inline(__always)
  mutating func add(_ example: LaneLoss, target: Lanes, count: Lanes, weight: Lanes) {
    let easy = (1 - target).replacing(with: 0, where: example.pt .<= 0.9)
    self.count.add(count, target: target, easy: easy)
    loss.add(weight * example.value, target: target, easy: easy)
    gradient.add(weight * example.slope.magnitudes, target: target, easy: easy)
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

  struct Sums {
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
}
