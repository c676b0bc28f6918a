import CProcessor

/// Where the numbers of one piece of a block lie, as many of each kind.
@usableFromInline
struct LossBlock {
  /// At most `size`.
  @usableFromInline let count: Int
  @usableFromInline let logits: UnsafePointer<Float>
  @usableFromInline let weights: UnsafePointer<Float>
  @usableFromInline let values: UnsafeMutablePointer<Float>
  /// Only where it is asked for.
  @usableFromInline let gradient: UnsafeMutablePointer<Float>?
  /// What the second step leaves to the third: four kinds, `size` of each.
  @usableFromInline let prepared: UnsafeMutablePointer<Float>
  /// Room for what the first step leaves to the second: `size` numbers of up to eight bytes.
  @usableFromInline let exponentials: UnsafeMutableRawPointer

  @inlinable
  static var size: Int { 256 }

  // Places are added without a check, which would keep the compiler from making vectors.

  @inlinable @inline(__always)
  func keep(_ logit: PreparedLogit, _ j: Int) {
    prepared[j] = logit.e
    prepared[Self.size &+ j] = logit.log
    prepared[2 &* Self.size &+ j] = logit.exponent.r
    prepared[3 &* Self.size &+ j] = logit.exponent.shifted
  }

  @inlinable @inline(__always)
  func kept(_ j: Int) -> PreparedLogit {
    PreparedLogit(
      e: prepared[j], log: prepared[Self.size &+ j],
      exponent: SplitExponent(r: prepared[2 &* Self.size &+ j], shifted: prepared[3 &* Self.size &+ j]))
  }

  /// Has the memory bring the logits that follow after `distance`, and the places of their gradients.
  func fetch(after distance: Int) {
    for line in stride(from: distance, to: distance + count, by: 16) {
      workbook_fetch_to_read(logits + line)
      if let gradient { workbook_fetch_to_write(gradient + line) }
    }
  }
}

/// Lays out one block with its weights, lets `body` write its values and its gradient, piece after piece, and returns the sum
/// of the values.
@usableFromInline
func lossOfBlock(
  _ block: Int, _ logits: UnsafeBufferPointer<Float>, _ gradient: UnsafeMutableBufferPointer<Float>?,
  _ weights: SignedWeights, _ body: (LossBlock) -> Void
) -> Double {
  let elements = Blocks.elements(ofBlock: block, of: logits.count)
  let capacity = 2 * Blocks.size + 6 * LossBlock.size
  return withUnsafeTemporaryAllocation(of: Float.self, capacity: capacity) { scratch in
    guard let weightsHere = scratch.baseAddress, let logits = logits.baseAddress else { return 0 }
    weightsHere.initialize(repeating: weights.usual, count: elements.count)
    var span = UnsafeMutableBufferPointer(start: weightsHere, count: elements.count).mutableSpan
    weights.exceptions(elements, &span)

    let values = weightsHere + Blocks.size
    let prepared = values + Blocks.size
    let exponentials = prepared + 4 * LossBlock.size
    for start in stride(from: 0, to: elements.count, by: LossBlock.size) {
      let place = elements.lowerBound + start
      let piece = LossBlock(
        count: min(LossBlock.size, elements.count - start), logits: logits + place,
        weights: weightsHere + start, values: values + start,
        gradient: gradient?.baseAddress.map { $0 + place }, prepared: prepared,
        exponentials: UnsafeMutableRawPointer(exponentials))
      // What is asked for half a block ahead has come when it is needed. From the middle on it is the next block's, on which
      // the same thread goes on as a rule.
      piece.fetch(after: Blocks.size / 2)
      body(piece)
    }
    return blockSum(values, count: elements.count)
  }
}
