/// A loss of the true class's logit x_t, sixteen logits at a time.
public protocol LogitLoss: Sendable {
  /// L(x_t).
  func value(_ xt: FloatVector) -> FloatVector

  /// L(x_t) and dL/dx_t.
  func valueAndSlope(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector)
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
  var start = 0
  while start < block.count {
    let weight = load(block.weights + start)
    let xt = signed(load(block.logits + start), by: weight)
    store(weight.magnitudes * loss.value(xt), to: block.values + start)
    start &+= FloatVector.scalarCount
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
  var start = 0
  while start < block.count {
    let weight = load(block.weights + start)
    let xt = signed(load(block.logits + start), by: weight)
    let (value, slope) = loss.valueAndSlope(xt)
    store(weight.magnitudes * value, to: block.values + start)
    store(weight * slope, to: block.gradient + start)
    start &+= FloatVector.scalarCount
  }
}

/// x_t = ±x by the sign of the weight; 0 where the weight is 0, so that nothing of x is left.
@inlinable
@inline(__always)
func signed(_ x: FloatVector, by weight: FloatVector) -> FloatVector {
  x.flipped(by: weight.signs).replacing(with: FloatVector.zero, where: weight .== FloatVector.zero)
}
