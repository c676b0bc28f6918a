/// Which candidates of a batch a training step looks at.
extension TrainingMethod {
  /// How often each candidate of a batch counts in this step; 0 leaves it out.
  func selection(
    from candidates: CandidateSet, batch: Range<Int>, classifier: WindowClassifier, random: inout SplitMix64
  ) -> [Lanes] {
    switch self {
    case .crossEntropy, .balancedCrossEntropy, .focalLoss:
      return Array(candidates.counts[batch])

    // MARK: - Sampling 1 : 3
    case .sampling(let negativesPerObject):
      var pool = candidates.places(in: batch, target: 0)
      let objects = candidates.places(in: batch, target: 1)
      let count = min(pool.count, negativesPerObject * objects.count)
      random.choose(count, from: &pool)
      return mask(objects + pool[..<count], blocks: batch.count)

    // MARK: - Hard negative mining
    case .hardNegativeMining(let negativesPerObject):
      let logits = classifier.logits(of: candidates, blocks: batch)
      let objects = candidates.places(in: batch, target: 1)
      // The loss of a background grows with its logit: the hardest have the highest.
      var hardest = Hardest(count: negativesPerObject * objects.count)
      for place in candidates.places(in: batch, target: 0) {
        hardest.offer(place, logit: logits[place.block][place.lane])
      }
      return mask(objects + hardest.places, blocks: batch.count)
    }
  }

  private func mask(_ places: [Place], blocks: Int) -> [Lanes] {
    var mask = [Lanes](repeating: .zero, count: blocks)
    for place in places { mask[place.block][place.lane] = 1 }
    return mask
  }
}

/// A candidate of a batch: its block there, and its lane.
struct Place {
  var block: Int
  var lane: Int
}

extension CandidateSet {
  /// The objects (target 1) or backgrounds (target 0) of a batch.
  fileprivate func places(in batch: Range<Int>, target: Double) -> [Place] {
    var places: [Place] = []
    for (offset, block) in batch.enumerated() {
      let wanted = (targets[block] .== target) .& (counts[block] .> 0)
      if any(wanted) {
        for lane in 0..<Lanes.scalarCount where wanted[lane] { places.append(Place(block: offset, lane: lane)) }
      }
    }
    return places
  }
}

/// The places with the highest logits so far, highest first; of equal ones the first.
private struct Hardest {
  let count: Int
  private var logits: [Double] = []
  private(set) var places: [Place] = []

  init(count: Int) { self.count = count }

  mutating func offer(_ place: Place, logit: Double) {
    if logits.count == count {
      guard let lowest = logits.last, logit > lowest else { return }
      logits.removeLast()
      places.removeLast()
    }
    let rank = logits.firstIndex { $0 < logit } ?? logits.endIndex
    logits.insert(logit, at: rank)
    places.insert(place, at: rank)
  }
}
