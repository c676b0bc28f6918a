// Functions with the known mistakes of chapter 4: each has to get its own message.

// MARK: - 4.2 casesTwice

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = isObject ? p : 1 - p
  return isObject ? -pow(1 - pt, gamma) * log(pt) : -pow(1 - (1 - pt), gamma) * log(1 - pt)
}

// MARK: - 4.2 factorOfP

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  isObject ? -pow(1 - p, gamma) * log(p) : -pow(1 - p, gamma) * log(1 - p)
}

// MARK: - 4.2 gammaAsFactor

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = isObject ? p : 1 - p
  return gamma * (1 - pt) * -log(pt)
}

// MARK: - 4.2 powerOfPt

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = isObject ? p : 1 - p
  return pow(pt, gamma) * -log(pt)
}

// MARK: - 4.2 noFactor

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  isObject ? -log(p) : -log(1 - p)
}

// MARK: - 4.2 noMinus

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  isObject ? pow(1 - p, gamma) * log(p) : pow(p, gamma) * log(1 - p)
}

// MARK: - 4.2 log10

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  isObject ? -pow(1 - p, gamma) * log10(p) : -pow(p, gamma) * log10(1 - p)
}

// MARK: - 4.2 certainAndRight

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = isObject ? p : 1 - p
  return exp(gamma * log(1 - pt)) * -log(pt)
}

// MARK: - 4.2 certainAndWrong

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = max(isObject ? p : 1 - p, 1e-15)
  return -pow(1 - pt, gamma) * log(pt)
}

// MARK: - 4.5 logOfZero

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  let p = 1 / (1 + exp(-logit))
  let pt = isObject ? p : 1 - p
  return (isObject ? alpha : 1 - alpha) * pow(1 - pt, gamma) * -log(pt)
}

// MARK: - 4.5 alphaOnBoth

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let xt = isObject ? logit : -logit
  return alpha * exp(-gamma * softplus(xt)) * softplus(-xt)
}

// MARK: - 4.5 swappedAlpha

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let xt = isObject ? logit : -logit
  return (isObject ? 1 - alpha : alpha) * exp(-gamma * softplus(xt)) * softplus(-xt)
}

// MARK: - 4.5 noAlpha

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let xt = isObject ? logit : -logit
  return exp(-gamma * softplus(xt)) * softplus(-xt)
}

// MARK: - 4.5 noFactor

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  return isObject ? alpha * softplus(-logit) : (1 - alpha) * softplus(logit)
}

// MARK: - 4.5 signOfLogit

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let xt = isObject ? -logit : logit
  return (isObject ? alpha : 1 - alpha) * exp(-gamma * softplus(xt)) * softplus(-xt)
}

// MARK: - 4.5 powerOfPt

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let xt = isObject ? logit : -logit
  return (isObject ? alpha : 1 - alpha) * exp(-gamma * softplus(-xt)) * softplus(-xt)
}

// MARK: - 4.5 straightTail

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  let p = 1 / (1 + exp(-logit))
  let pt = max(isObject ? p : 1 - p, 1e-12)
  return (isObject ? alpha : 1 - alpha) * pow(1 - pt, gamma) * -log(pt)
}

// MARK: - 4.7 factorOnly

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  let p = 1 / (1 + exp(-logit))
  let pt = isObject ? p : 1 - p
  return pow(1 - pt, gamma) * (p - (isObject ? 1 : 0))
}

// MARK: - 4.7 signOfBackground

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let xt = isObject ? logit : -logit
  let pt = 1 / (1 + exp(-xt))
  return exp(-gamma * softplus(xt)) * (-gamma * pt * softplus(-xt) - 1 / (1 + exp(xt)))
}

// MARK: - 4.7 oppositeSign

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let y = isObject ? 1.0 : -1
  let pt = 1 / (1 + exp(-y * logit))
  return y * exp(-gamma * softplus(y * logit)) * (gamma * pt * softplus(-y * logit) + 1 / (1 + exp(y * logit)))
}

// MARK: - 4.7 minusInside

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let y = isObject ? 1.0 : -1
  let pt = 1 / (1 + exp(-y * logit))
  return y * exp(-gamma * softplus(y * logit)) * (gamma * pt * softplus(-y * logit) - 1 / (1 + exp(y * logit)))
}

// MARK: - 4.7 zeroTimesInfinity

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  let y = isObject ? 1.0 : -1
  let pt = 1 / (1 + exp(-y * logit))
  return y * pow(1 - pt, gamma) * (gamma * pt * log(pt) + pt - 1)
}

// MARK: - 4.7 byProbability

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = 1 / (1 + exp(isObject ? -logit : logit))
  return gamma * pow(1 - pt, gamma - 1) * log(pt) - pow(1 - pt, gamma) / pt
}

// MARK: - 4.7 steeperThanOne

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let y = isObject ? 1.0 : -1
  let pt = 1 / (1 + exp(-y * logit))
  let slope = exp(-gamma * softplus(y * logit)) * (gamma * pt * softplus(-y * logit) + 1 / (1 + exp(y * logit)))
  return -y * min(slope, 1)
}
