import Kernels

// MARK: - The loss that γ asks for

// These two stand in one file with the losses below, because only there the compiler merges a loss into the loop over it.

func weightedFocalLoss(gamma: Double, logits: Span<Float>, weights: SignedWeights, threads: Int) -> Double {
  switch gamma {
  case 0, 1, 2:
    weightedLoss(WholePowerFocalLoss(gamma: Float(gamma)), logits: logits, weights: weights, threads: threads)
  default:
    weightedLoss(AnyPowerFocalLoss(gamma: gamma), logits: logits, weights: weights, threads: threads)
  }
}

func weightedFocalLoss(
  gamma: Double, logits: Span<Float>, weights: SignedWeights, gradient: inout MutableSpan<Float>, threads: Int
) -> Double {
  switch gamma {
  case 0, 1, 2:
    weightedLoss(
      WholePowerFocalLoss(gamma: Float(gamma)), logits: logits, weights: weights, gradient: &gradient, threads: threads)
  default:
    weightedLoss(
      AnyPowerFocalLoss(gamma: gamma), logits: logits, weights: weights, gradient: &gradient, threads: threads)
  }
}

// MARK: - Focal loss, sixteen logits at a time

/// FL(x_t) and its slope as in `focalLoss(logit:…)`, for γ = 0, 1, 2: (1 − p_t)^γ is a product, and all is done in `Float`.
private struct WholePowerFocalLoss: LogitLoss {
  /// 0, 1 or 2.
  let gamma: Float

  @inline(__always)
  func value(_ xt: FloatVector) -> FloatVector {
    valueAndSlope(xt).value
  }

  @inline(__always)
  func valueAndSlope(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector) {
    let zero = FloatVector.zero
    let one = FloatVector(repeating: 1)
    let isRight = xt .>= zero

    // p_t = σ(x_t) and 1 − p_t = σ(−x_t), both from e⁻|ˣ|
    let e = exponential(FloatVector(bits: xt.bits | 0x8000_0000))
    let larger = one / (one + e)
    let smaller = e * larger
    let pt = smaller.replacing(with: larger, where: isRight)
    let rest = larger.replacing(with: smaller, where: isRight)

    // −log p_t = softplus(−x_t)
    let crossEntropy = logOnePlus(e) - xt.replacing(with: zero, where: isRight)

    // FL = (1 − p_t)^γ (−log p_t), and its slope −(1 − p_t)^γ (γ p_t (−log p_t) + 1 − p_t)
    let factor = gamma == 0 ? one : gamma == 1 ? rest : rest * rest
    let bracket = multiplyAdd(FloatVector(repeating: gamma), pt * crossEntropy, rest)
    return (factor * crossEntropy, zero - factor * bracket)
  }
}

// MARK: - Focal loss with any γ

/// FL(x_t) and its slope for any γ: (1 − p_t)^γ = e^(−γ softplus(x_t)) is taken in `Double`, because an exponential magnifies
/// the rounding of a large exponent.
private struct AnyPowerFocalLoss: LogitLoss {
  let gamma: Double

  @inline(__always)
  func value(_ xt: FloatVector) -> FloatVector {
    valueAndSlope(xt).value
  }

  @inline(__always)
  func valueAndSlope(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector) {
    let low = valueAndSlope(DoubleVector(xt.lowHalf))
    let high = valueAndSlope(DoubleVector(xt.highHalf))
    return (
      FloatVector(lowHalf: SIMD8(low.value), highHalf: SIMD8(high.value)),
      FloatVector(lowHalf: SIMD8(low.slope), highHalf: SIMD8(high.slope))
    )
  }

  @inline(__always)
  private func valueAndSlope(_ xt: DoubleVector) -> (value: DoubleVector, slope: DoubleVector) {
    let zero = DoubleVector.zero
    let one = DoubleVector(repeating: 1)
    let isRight = xt .>= zero

    // p_t = σ(x_t) and 1 − p_t = σ(−x_t), both from e⁻|ˣ|
    let e = exponential(xt.replacing(with: zero - xt, where: isRight))
    let larger = one / (one + e)
    let smaller = e * larger
    let pt = smaller.replacing(with: larger, where: isRight)
    let rest = larger.replacing(with: smaller, where: isRight)

    // −log p_t = softplus(−x_t), and −log(1 − p_t) = softplus(x_t)
    let log = logOnePlus(e)
    let crossEntropy = log - xt.replacing(with: zero, where: isRight)
    let complement = log + zero.replacing(with: xt, where: isRight)

    // FL = (1 − p_t)^γ (−log p_t), and its slope −(1 − p_t)^γ (γ p_t (−log p_t) + 1 − p_t)
    let gamma = DoubleVector(repeating: gamma)
    let factor = exponential(zero - gamma * complement)
    let bracket = multiplyAdd(gamma, pt * crossEntropy, rest)
    return (factor * crossEntropy, zero - factor * bracket)
  }
}
