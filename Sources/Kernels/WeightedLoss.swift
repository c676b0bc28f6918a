/// A loss of the true class's logit x_t, sixteen logits at a time.
public protocol LogitLoss: Sendable {
  /// L(x_t).
  func value(_ xt: FloatVector) -> FloatVector

  /// L(x_t) and dL/dx_t.
  func valueAndSlope(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector)
}

/// Writes the weights of the logits with these indices: the weight's sign is the class, + for an object and − for background,
/// its magnitude scales the loss, and 0 leaves the logit out, whatever it is.
public typealias SignedWeights = @Sendable (_ elements: Range<Int>, _ weights: inout MutableSpan<Float>) -> Void

// MARK: - Forward

/// Σ |cⱼ| L(sign(cⱼ) xⱼ) with the weights c; the number of threads never changes a bit.
///
/// - Parameters:
///   - loss: L.
///   - logits: x, any number of them.
///   - threads: how many threads at most, 1 or more.
///   - weights: writes c, block by block, from several threads.
@inlinable
public func weightedLoss<Loss: LogitLoss>(
  _ loss: Loss, logits: Span<Float>, threads: Int, weights: SignedWeights
) -> Double {
  logits.withUnsafeBufferPointer { logits in
    nonisolated(unsafe) let logits = logits
    return parallelSum(Blocks.count(logits.count), threads: threads) { block in
      let elements = Blocks.elements(ofBlock: block, of: logits.count)
      return lossOfBlock(loss, UnsafeBufferPointer(rebasing: logits[elements]), elements, weights)
    }
  }
}

@inlinable
@inline(never)
func lossOfBlock<Loss: LogitLoss>(
  _ loss: Loss, _ logits: UnsafeBufferPointer<Float>, _ elements: Range<Int>, _ weights: SignedWeights
) -> Double {
  withScratch(elements, weights) { weights, values in
    guard let x = logits.baseAddress else { return 0 }
    let count = elements.count
    for start in stride(from: 0, to: count, by: FloatVector.scalarCount) {
      let weight = load(weights, from: start, count: count)
      let xt = signed(load(x, from: start, count: count), weight)
      store(weight.magnitudes * loss.value(xt), to: values, from: start, count: count)
    }
    return blockSum(values, count: count)
  }
}

// MARK: - Forward and backward

/// Σ |cⱼ| L(sign(cⱼ) xⱼ), and in the same pass its gradient cⱼ L′(sign(cⱼ) xⱼ).
///
/// - Parameters:
///   - loss: L.
///   - logits: x, any number of them.
///   - gradient: overwritten; as many as there are logits. Not added to what was there.
///   - threads: how many threads at most, 1 or more.
///   - weights: writes c, block by block, from several threads.
@inlinable
public func weightedLoss<Loss: LogitLoss>(
  _ loss: Loss, logits: Span<Float>, gradient: inout MutableSpan<Float>, threads: Int, weights: SignedWeights
) -> Double {
  require(gradient.count, ==, logits.count, "one gradient for each logit")
  return logits.withUnsafeBufferPointer { logits in
    gradient.withUnsafeMutableBufferPointer { gradient in
      nonisolated(unsafe) let logits = logits
      nonisolated(unsafe) let gradient = gradient
      return parallelSum(Blocks.count(logits.count), threads: threads) { block in
        let elements = Blocks.elements(ofBlock: block, of: logits.count)
        return lossOfBlock(
          loss, UnsafeBufferPointer(rebasing: logits[elements]),
          UnsafeMutableBufferPointer(rebasing: gradient[elements]), elements, weights)
      }
    }
  }
}

@inlinable
@inline(never)
func lossOfBlock<Loss: LogitLoss>(
  _ loss: Loss, _ logits: UnsafeBufferPointer<Float>, _ gradient: UnsafeMutableBufferPointer<Float>,
  _ elements: Range<Int>, _ weights: SignedWeights
) -> Double {
  withScratch(elements, weights) { weights, values in
    guard let x = logits.baseAddress, let gradient = gradient.baseAddress else { return 0 }
    let count = elements.count
    for start in stride(from: 0, to: count, by: FloatVector.scalarCount) {
      let weight = load(weights, from: start, count: count)
      let xt = signed(load(x, from: start, count: count), weight)
      let (value, slope) = loss.valueAndSlope(xt)
      store(weight.magnitudes * value, to: values, from: start, count: count)
      store(weight * slope, to: gradient, from: start, count: count)
    }
    return blockSum(values, count: count)
  }
}

// MARK: - Within a block

/// x_t = ±x by the sign of the weight; 0 where the weight is 0, so that nothing of x is left.
@inlinable
@inline(__always)
func signed(_ x: FloatVector, _ weight: FloatVector) -> FloatVector {
  x.flipped(by: weight.signs).replacing(with: FloatVector.zero, where: weight .== FloatVector.zero)
}

/// Room for a block's weights, already written, and for its values.
@inlinable
@inline(__always)
func withScratch(
  _ elements: Range<Int>, _ weights: SignedWeights,
  _ body: (_ weights: UnsafePointer<Float>, _ values: UnsafeMutablePointer<Float>) -> Double
) -> Double {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * Blocks.size) { scratch in
    guard let base = scratch.baseAddress else { return 0 }
    let room = UnsafeMutableBufferPointer(start: base, count: elements.count)
    room.initialize(repeating: 0)
    var span = room.mutableSpan
    weights(elements, &span)
    return body(base, base + Blocks.size)
  }
}
