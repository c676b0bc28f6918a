/// A loss of the true class's logit x_t in three steps, each of sums, products and choices alone.
///
/// The compiler turns the loop over each step into vectors. Short loops keep a processor busier than a long one, because it
/// looks only so many instructions ahead for work.
public protocol LogitLoss: Sendable {
  /// `Float`, or `Double` where more digits are needed.
  associatedtype Number: BinaryFloatingPoint

  /// The first step: e⁻|ˣ|.
  func exponential(_ xt: Float) -> Number

  /// The second step, which knows it.
  func prepare(_ xt: Float, _ e: Number) -> PreparedLogit

  /// The third step: L(x_t) and dL/dx_t.
  func valueAndSlope(_ xt: Float, _ prepared: PreparedLogit) -> (value: Float, slope: Float)
}

/// What the second step leaves to the third.
public struct PreparedLogit {
  /// e⁻|ˣ| and log(1 + e⁻|ˣ|).
  public let e, log: Float
  /// The exponent of a power, where the loss has one.
  public let exponent: SplitExponent

  @inlinable @inline(__always)
  public init(e: Float, log: Float, exponent: SplitExponent = SplitExponent(r: 0, shifted: 0)) {
    (self.e, self.log, self.exponent) = (e, log, exponent)
  }
}

/// The signed weights c of many logits: the sign is the class, + for an object and − for background, the magnitude scales the
/// loss, and 0 leaves the logit out, whatever it is.
public struct SignedWeights: Sendable {
  /// The weight of every logit that `exceptions` does not overwrite.
  public let usual: Float

  /// Overwrites the weights of the logits `elements` where they are not the usual one. Called from several threads.
  public let exceptions: @Sendable (_ elements: Range<Int>, _ weights: inout MutableSpan<Float>) -> Void

  public init(
    usual: Float, exceptions: @escaping @Sendable (_ elements: Range<Int>, _ weights: inout MutableSpan<Float>) -> Void
  ) {
    self.usual = usual
    self.exceptions = exceptions
  }
}

// MARK: - Forward

/// Σ |cⱼ| L(sign(cⱼ) xⱼ) with the weights c; the number of threads never changes a bit.
///
/// - Parameters:
///   - loss: L.
///   - logits: x, any number of them.
///   - weights: c.
///   - threads: how many threads at most, 1 or more.
@inlinable
public func weightedLoss<Loss: LogitLoss>(
  _ loss: Loss, logits: Span<Float>, weights: SignedWeights, threads: Int
) -> Double {
  logits.withUnsafeBufferPointer { logits in
    nonisolated(unsafe) let logits = logits
    return parallelSum(Blocks.count(logits.count), threads: threads) { block in
      lossOfBlock(block, logits, nil, weights) { forward(loss, $0) }
    }
  }
}

@inlinable
@inline(never)
func forward<Loss: LogitLoss>(_ loss: Loss, _ block: LossBlock) {
  prepare(loss, block)
  for j in 0..<block.count {
    let weight = block.weights[j]
    block.values[j] = abs(weight) * loss.valueAndSlope(signed(block.logits[j], by: weight), block.kept(j)).value
  }
}

// MARK: - Forward and backward

/// Σ |cⱼ| L(sign(cⱼ) xⱼ), and in the same pass its gradient cⱼ L′(sign(cⱼ) xⱼ).
///
/// - Parameters:
///   - loss: L.
///   - logits: x, any number of them.
///   - weights: c.
///   - gradient: overwritten; as many as there are logits. Not added to what was there.
///   - threads: how many threads at most, 1 or more.
@inlinable
public func weightedLoss<Loss: LogitLoss>(
  _ loss: Loss, logits: Span<Float>, weights: SignedWeights, gradient: inout MutableSpan<Float>, threads: Int
) -> Double {
  require(gradient.count, ==, logits.count, "one gradient for each logit")
  return logits.withUnsafeBufferPointer { logits in
    gradient.withUnsafeMutableBufferPointer { gradient in
      nonisolated(unsafe) let (logits, gradient) = (logits, gradient)
      return parallelSum(Blocks.count(logits.count), threads: threads) { block in
        lossOfBlock(block, logits, gradient, weights) { forwardAndBackward(loss, $0) }
      }
    }
  }
}

@inlinable
@inline(never)
func forwardAndBackward<Loss: LogitLoss>(_ loss: Loss, _ block: LossBlock) {
  guard let gradient = block.gradient else { return }
  prepare(loss, block)
  for j in 0..<block.count {
    let weight = block.weights[j]
    let (value, slope) = loss.valueAndSlope(signed(block.logits[j], by: weight), block.kept(j))
    block.values[j] = abs(weight) * value
    gradient[j] = weight * slope
  }
}

// MARK: - Both

/// The first two steps.
@inlinable
@inline(__always)
func prepare<Loss: LogitLoss>(_ loss: Loss, _ block: LossBlock) {
  let exponentials = block.exponentials.bindMemory(to: Loss.Number.self, capacity: LossBlock.size)
  for j in 0..<block.count {
    exponentials[j] = loss.exponential(signed(block.logits[j], by: block.weights[j]))
  }
  for j in 0..<block.count {
    block.keep(loss.prepare(signed(block.logits[j], by: block.weights[j]), exponentials[j]), j)
  }
}

/// x_t = ±x by the sign of the weight; 0 where the weight is 0, so that nothing of x is left.
///
/// A mask chooses, not a branch, because x may then be read before the choice: else there are vectors only where the processor
/// reads under a mask.
@inlinable
@inline(__always)
func signed(_ x: Float, by weight: Float) -> Float {
  let counts: UInt32 = weight == 0 ? 0 : .max
  return Float(bitPattern: (x.bitPattern ^ (weight.bitPattern & 0x8000_0000)) & counts)
}
