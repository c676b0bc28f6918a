/// Where the numbers of one block lie.
@usableFromInline
struct LossBlock {
  /// How many there are of each kind: a multiple of sixteen.
  @usableFromInline let count: Int
  @usableFromInline let logits: UnsafePointer<Float>
  @usableFromInline let weights: UnsafePointer<Float>
  @usableFromInline let values: UnsafeMutablePointer<Float>
  @usableFromInline let gradient: UnsafeMutablePointer<Float>
}

/// Lays out one block with its weights, lets `body` write its values and its gradient, and returns the sum of the values.
///
/// A whole block is read and written in place. The last one is copied and filled up with logits of weight 0, so that `body`
/// has no remainder to look after.
@usableFromInline
func lossOfBlock(
  _ block: Int, _ logits: UnsafeBufferPointer<Float>, _ gradient: UnsafeMutableBufferPointer<Float>?,
  _ weights: SignedWeights, _ body: (LossBlock) -> Void
) -> Double {
  let elements = Blocks.elements(ofBlock: block, of: logits.count)
  let missing = Blocks.size - elements.count
  return withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * Blocks.size) { scratch in
    guard let weightsHere = scratch.baseAddress, let logits = logits.baseAddress else { return 0 }
    let values = weightsHere + Blocks.size

    weightsHere.initialize(repeating: weights.usual, count: elements.count)
    (weightsHere + elements.count).initialize(repeating: 0, count: missing)
    var span = UnsafeMutableBufferPointer(start: weightsHere, count: elements.count).mutableSpan
    weights.exceptions(elements, &span)

    let logitsThere = logits + elements.lowerBound
    let gradientThere = gradient?.baseAddress.map { $0 + elements.lowerBound }
    let logitsHere = values + Blocks.size
    let gradientHere = logitsHere + Blocks.size
    if missing == 0 {
      body(
        LossBlock(
          count: Blocks.size, logits: logitsThere, weights: weightsHere, values: values,
          gradient: gradientThere ?? gradientHere))
    } else {
      logitsHere.initialize(from: logitsThere, count: elements.count)
      (logitsHere + elements.count).initialize(repeating: 0, count: missing)
      body(
        LossBlock(
          count: Blocks.size, logits: logitsHere, weights: weightsHere, values: values, gradient: gradientHere))
      gradientThere?.update(from: gradientHere, count: elements.count)
    }
    return blockSum(values, count: Blocks.size)
  }
}
