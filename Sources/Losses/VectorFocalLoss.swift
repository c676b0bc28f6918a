import Kernels

// MARK: - The loss that γ asks for

// These two stand in one file with the losses below, because only there the compiler merges a loss into the loop over it.

func weightedFocalLoss(gamma: Double, logits: Span<Float>, weights: SignedWeights, threads: Int) -> Double {
  switch gamma {
  case 2:
    weightedLoss(SquareFocalLoss(), logits: logits, weights: weights, threads: threads)
  case ...SmallPowerFocalLoss.largest:
    weightedLoss(SmallPowerFocalLoss(gamma), logits: logits, weights: weights, threads: threads)
  default:
    weightedLoss(LargePowerFocalLoss(gamma), logits: logits, weights: weights, threads: threads)
  }
}

func weightedFocalLoss(
  gamma: Double, logits: Span<Float>, weights: SignedWeights, gradient: inout MutableSpan<Float>, threads: Int
) -> Double {
  switch gamma {
  case 2:
    weightedLoss(SquareFocalLoss(), logits: logits, weights: weights, gradient: &gradient, threads: threads)
  case ...SmallPowerFocalLoss.largest:
    weightedLoss(
      SmallPowerFocalLoss(gamma), logits: logits, weights: weights, gradient: &gradient, threads: threads)
  default:
    weightedLoss(
      LargePowerFocalLoss(gamma), logits: logits, weights: weights, gradient: &gradient, threads: threads)
  }
}

// MARK: - Focal loss but for (1 − p_t)^γ

/// What FL(x_t) and its slope are made of, as in `focalLoss(logit:…)`.
private struct FocalLossParts {
  /// 1 − p_t.
  let rest: Float
  /// −log p_t.
  let crossEntropy: Float
  /// γ p_t (−log p_t) + 1 − p_t.
  let bracket: Float

  @inline(__always)
  init(_ xt: Float, _ prepared: PreparedLogit, gamma: Float) {
    // p_t = σ(x_t) and 1 − p_t = σ(−x_t)
    let larger = 1 / (1 + prepared.e)
    let smaller = prepared.e * larger
    let isRight = xt >= 0
    let pt = isRight ? larger : smaller
    rest = isRight ? smaller : larger

    // −log p_t = softplus(−x_t) = log(1 + e⁻|ˣ|) − min(x_t, 0)
    crossEntropy = prepared.log - (isRight ? 0 : xt)
    bracket = multiplyAdd(gamma, pt * crossEntropy, rest)
  }

  /// FL = (1 − p_t)^γ (−log p_t), and its slope −(1 − p_t)^γ (γ p_t (−log p_t) + 1 − p_t), for (1 − p_t)^γ = eˣ.
  @inline(__always)
  func times(_ exponent: SplitExponent) -> (value: Float, slope: Float) {
    (exponent.times(crossEntropy), -exponent.times(bracket))
  }
}

// MARK: - γ = 2

/// (1 − p_t)² is a product.
private struct SquareFocalLoss: LogitLoss {
  @inline(__always)
  func exponential(_ xt: Float) -> Float { Kernels.exponential(-abs(xt)) }

  @inline(__always)
  func prepare(_ xt: Float, _ e: Float) -> PreparedLogit {
    PreparedLogit(e: e, log: logOnePlus(e))
  }

  @inline(__always)
  func valueAndSlope(_ xt: Float, _ prepared: PreparedLogit) -> (value: Float, slope: Float) {
    let parts = FocalLossParts(xt, prepared, gamma: 2)
    let factor = parts.rest * parts.rest
    return (factor * parts.crossEntropy, -(factor * parts.bracket))
  }
}

// MARK: - γ up to 8

/// (1 − p_t)^γ = e^(−γ softplus(x_t)) with softplus(x_t) = max(x_t, 0) + log(1 + e⁻|ˣ|), all in `Float`: only the product
/// γ max(x_t, 0) may be large, and is taken in two parts, which lose nothing.
private struct SmallPowerFocalLoss: LogitLoss {
  /// Up to here the rounding of log(1 + e⁻|ˣ|), which γ magnifies, stays small enough.
  static let largest = 8.0

  let gamma: Float
  /// γ = high + low: its first twelve bits, and what is left.
  let high, low: Float
  /// A logit above which the loss is 0.
  let bound: Float

  init(_ gamma: Double) {
    self.gamma = Float(gamma)
    high = firstTwelveBits(Float(gamma))
    low = Float(gamma - Double(high))
    bound = Float(150 / max(gamma, 1))
  }

  @inline(__always)
  func exponential(_ xt: Float) -> Float { Kernels.exponential(-abs(xt)) }

  @inline(__always)
  func prepare(_ xt: Float, _ e: Float) -> PreparedLogit {
    let log = logOnePlus(e)

    // The product of twelve bits and twelve bits is exact.
    let positive = min(max(xt, 0), bound)
    let upper = firstTwelveBits(positive)
    let small = multiplyAdd(gamma, log, multiplyAdd(low, positive, high * (positive - upper)))
    return PreparedLogit(e: e, log: log, exponent: SplitExponent(-(high * upper), minus: small))
  }

  @inline(__always)
  func valueAndSlope(_ xt: Float, _ prepared: PreparedLogit) -> (value: Float, slope: Float) {
    FocalLossParts(xt, prepared, gamma: gamma).times(prepared.exponent)
  }
}

@inline(__always)
private func firstTwelveBits(_ x: Float) -> Float {
  Float(bitPattern: x.bitPattern & 0xffff_f000)
}

// MARK: - Any γ

/// (1 − p_t)^γ = e^(−γ softplus(x_t)), with the exponent in `Double`.
private struct LargePowerFocalLoss: LogitLoss {
  let gamma: Double
  let rounded: Float

  init(_ gamma: Double) {
    self.gamma = gamma
    rounded = Float(min(gamma, Double(Float.greatestFiniteMagnitude)))
  }

  @inline(__always)
  func exponential(_ xt: Float) -> Double { Kernels.exponential(-abs(Double(xt))) }

  @inline(__always)
  func prepare(_ xt: Float, _ e: Double) -> PreparedLogit {
    let log = logOnePlus(e)
    // Below −170 the loss is 0.
    let exponent = max(-gamma * (max(Double(xt), 0) + log), -170)
    return PreparedLogit(e: Float(e), log: Float(log), exponent: SplitExponent(exponent))
  }

  @inline(__always)
  func valueAndSlope(_ xt: Float, _ prepared: PreparedLogit) -> (value: Float, slope: Float) {
    FocalLossParts(xt, prepared, gamma: rounded).times(prepared.exponent)
  }
}
