import Kernels

/// What an anchor has to predict: an object of one class, background, or nothing that counts.
///
/// The paper's target is a vector of K zeros and ones with at most a single one; its place says everything, and takes a
/// fraction of the memory.
///
/// - Source: Lin et al. 2017, §4.1: IoU ≥ 0.5 is an object, below 0.4 background, in between the anchor is ignored.
public enum AnchorTarget: Sendable, Hashable {
  /// An object of the class with this index, in 0 ..< K. All other classes of the anchor are background.
  case object(Int)
  /// Background for all K classes.
  case background
  /// Takes no part: neither loss nor gradient, whatever its logits are.
  case ignored
}

extension AnchorTarget {
  /// The weights y α_t of N × K logits, row after row: −(1 − α) as a rule, but +α for an anchor's own class, and 0 for
  /// the classes of an anchor that is ignored.
  static func weights(of targets: [AnchorTarget], classes: Int, alpha: Double?) -> SignedWeights {
    let object = Float(alphaT(alpha: alpha, target: .object))
    let background = Float(alphaT(alpha: alpha, target: .background))
    return SignedWeights(usual: -background) { elements, weights in
      for anchor in elements.lowerBound / classes...(elements.upperBound - 1) / classes {
        let row = anchor * classes..<(anchor + 1) * classes
        switch targets[anchor] {
        case .background:
          continue
        case .object(let label):
          require(label, in: 0...classes - 1, "the target is one of the classes")
          let own = row.lowerBound + label
          if elements.contains(own) { weights[own - elements.lowerBound] = object }
        case .ignored:
          for j in row.clamped(to: elements) { weights[j - elements.lowerBound] = 0 }
        }
      }
    }
  }
}
