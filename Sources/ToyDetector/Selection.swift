import Kernels

/// Which candidates of a batch a training step looks at.
extension TrainingMethod {
  /// How often each candidate of a batch counts in this step, block by block; 0 leaves it out.
  func selection(
    from candidates: CandidateSet, batch: CandidateSet.Batch, classifier: WindowClassifier, random: inout SplitMix64
  ) -> [Lanes] {
    switch self {
    case .crossEntropy, .balancedCrossEntropy, .focalLoss:
      return Array(candidates.counts[batch.blocks])

    case .sampling(let negativesPerObject):
      let count = min(negativesPerObject * batch.objects, batch.backgrounds)
      return batch.selection(ofBackgrounds: random.choose(count, below: batch.backgrounds))

    case .hardNegativeMining(let negativesPerObject):
      // A background's loss grows with its logit: the hardest have the highest.
      let logits = classifier.logits(of: candidates, blocks: batch.blocks)
      var hardest = Hardest(count: negativesPerObject * batch.objects)
      for background in 0..<batch.backgrounds {
        let (block, lane) = batch.place(ofBackground: background)
        hardest.offer(background, logit: logits[block][lane])
      }
      return batch.selection(ofBackgrounds: hardest.backgrounds)
    }
  }
}

// MARK: - The hardest backgrounds

/// The backgrounds with the highest logits so far, highest first; of equal ones the first.
private struct Hardest {
  let count: Int
  private(set) var backgrounds: [Int] = []
  private var logits: [Double] = []
  private var entrance = -Double.infinity

  init(count: Int) { self.count = count }

  mutating func offer(_ background: Int, logit: Double) {
    guard logits.count < count || logit > entrance else { return }
    let rank = logits.firstIndex { $0 < logit } ?? logits.endIndex
    logits.insert(logit, at: rank)
    backgrounds.insert(background, at: rank)
    if logits.count > count {
      logits.removeLast()
      backgrounds.removeLast()
    }
    entrance = logits.last ?? -.infinity
  }
}

// MARK: - Places in a batch

extension CandidateSet.Batch {
  /// All objects, and some of the backgrounds, each once.
  fileprivate func selection(ofBackgrounds chosen: [Int]) -> [Lanes] {
    var selection = [Lanes](repeating: .zero, count: blocks.count)
    for object in 0..<objects { selection[object / 8][object % 8] = 1 }
    for background in chosen {
      let (block, lane) = place(ofBackground: background)
      selection[block][lane] = 1
    }
    return selection
  }

  /// Where a background stands: its block, counted from the first of the batch, and its lane.
  fileprivate func place(ofBackground index: Int) -> (block: Int, lane: Int) {
    (block: (objects + 7) / 8 + index / 8, lane: index % 8)
  }
}
