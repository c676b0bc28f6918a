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
  /// The weights y α_t of the logits `elements` of N × K, row after row: +α for an anchor's own class, −(1 − α) for all
  /// others, 0 for what is ignored.
  ///
  /// - Parameters:
  ///   - targets: N anchors.
  ///   - classes: K.
  ///   - weights: overwritten; one for each of `elements`.
  static func writeWeights(
    of targets: [AnchorTarget], classes: Int, alpha: Double?, elements: Range<Int>, to weights: inout MutableSpan<Float>
  ) {
    let object = Float(alphaT(alpha: alpha, target: .object))
    let background = -Float(alphaT(alpha: alpha, target: .background))
    var element = elements.lowerBound
    while element < elements.upperBound {
      let anchor = element / classes
      let row = anchor * classes..<(anchor + 1) * classes
      let end = min(row.upperBound, elements.upperBound)
      let weight = targets[anchor] == .ignored ? 0 : background
      for j in element..<end { weights[j - elements.lowerBound] = weight }
      if case .object(let label) = targets[anchor] {
        require(label, in: 0...classes - 1, "the target is one of the classes")
        let own = row.lowerBound + label
        if (element..<end).contains(own) { weights[own - elements.lowerBound] = object }
      }
      element = end
    }
  }
}
