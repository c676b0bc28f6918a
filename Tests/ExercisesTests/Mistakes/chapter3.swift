// Functions with the known mistakes of chapter 3: each has to get its own message.

// MARK: - 3.2 pForPt

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  (isObject ? alpha : 1 - alpha) * -log(p)
}

// MARK: - 3.2 swappedAlpha

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  isObject ? -(1 - alpha) * log(p) : -alpha * log(1 - p)
}

// MARK: - 3.2 alphaOnBoth

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  -alpha * log(isObject ? p : 1 - p)
}

// MARK: - 3.2 noAlpha

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  -log(isObject ? p : 1 - p)
}

// MARK: - 3.2 noMinus

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  isObject ? alpha * log(p) : (1 - alpha) * log(1 - p)
}

// MARK: - 3.2 log10

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  isObject ? -alpha * log10(p) : -(1 - alpha) * log10(1 - p)
}

// MARK: - 3.5 logOfZero

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  let p = 1 / (1 + exp(-logit))
  return isObject ? -alpha * log(p) : -(1 - alpha) * log(1 - p)
}

// MARK: - 3.5 overflow

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  isObject ? alpha * log(1 + exp(-logit)) : (1 - alpha) * log(1 + exp(logit))
}

// MARK: - 3.5 sameForBoth

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  (isObject ? alpha : 1 - alpha) * (max(-logit, 0) + log1p(exp(-abs(logit))))
}

// MARK: - 3.5 signOfLogit

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  let xt = isObject ? -logit : logit
  return (isObject ? alpha : 1 - alpha) * (max(-xt, 0) + log1p(exp(-abs(xt))))
}

// MARK: - 3.5 swappedAlpha

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  let xt = isObject ? logit : -logit
  return (isObject ? 1 - alpha : alpha) * (max(-xt, 0) + log1p(exp(-abs(xt))))
}

// MARK: - 3.5 noAlpha

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  let xt = isObject ? logit : -logit
  return max(-xt, 0) + log1p(exp(-abs(xt)))
}

// MARK: - 3.5 straightTail

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  let p = 1 / (1 + exp(-logit))
  let pt = isObject ? p : 1 - p
  return (isObject ? alpha : 1 - alpha) * -log(max(pt, 1e-12))
}

// MARK: - 3.7 sum

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    return target == 1 ? alpha * (p - 1) : (1 - alpha) * p
  }
}

// MARK: - 3.7 mean

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    return (target == 1 ? alpha * (p - 1) : (1 - alpha) * p) / Double(logits.count)
  }
}

// MARK: - 3.7 dividedByZero

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  let objects = targets.reduce(0, +)
  return zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    return (target == 1 ? alpha * (p - 1) : (1 - alpha) * p) / objects
  }
}

// MARK: - 3.7 flippedSign

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  let objects = max(targets.reduce(0, +), 1)
  return zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    return (target == 1 ? alpha * (1 - p) : -(1 - alpha) * p) / objects
  }
}

// MARK: - 3.7 swappedAlpha

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  let objects = max(targets.reduce(0, +), 1)
  return zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    return (target == 1 ? (1 - alpha) * (p - 1) : alpha * p) / objects
  }
}

// MARK: - 3.7 byProbability

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  let objects = max(targets.reduce(0, +), 1)
  return zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    return (target == 1 ? -alpha / p : (1 - alpha) / (1 - p)) / objects
  }
}

// MARK: - 3.9 countsAlone

func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  let objects = targets.reduce(0, +)
  return log(alpha * objects / ((1 - alpha) * (Double(targets.count) - objects)))
}

// MARK: - 3.9 noAlpha

func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  var (low, high) = (-50.0, 50.0)
  for _ in 0..<100 {
    let bias = (low + high) / 2
    let pull = zip(logits, targets).reduce(0) { $0 + 1 / (1 + exp(-$1.0 - bias)) - $1.1 }
    if pull < 0 { low = bias } else { high = bias }
  }
  return low
}

// MARK: - 3.9 swappedAlpha

func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  var (low, high) = (-50.0, 50.0)
  for _ in 0..<100 {
    let bias = (low + high) / 2
    let pull = zip(logits, targets).reduce(0) { sum, example in
      sum + (example.1 == 1 ? 1 - alpha : alpha) * (1 / (1 + exp(-example.0 - bias)) - example.1)
    }
    if pull < 0 { low = bias } else { high = bias }
  }
  return low
}

// MARK: - 3.9 evenLosses

func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  var (low, high) = (-50.0, 50.0)
  for _ in 0..<100 {
    let bias = (low + high) / 2
    let balance = zip(logits, targets).reduce(0) { sum, example in
      let p = 1 / (1 + exp(-example.0 - bias))
      return sum + (example.1 == 1 ? alpha * log(p) : -(1 - alpha) * log(1 - p))
    }
    if balance < 0 { low = bias } else { high = bias }
  }
  return low
}

// MARK: - 3.9 oppositeSign

func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  var (low, high) = (-50.0, 50.0)
  for _ in 0..<100 {
    let bias = (low + high) / 2
    let pull = zip(logits, targets).reduce(0) { sum, example in
      sum + (example.1 == 1 ? alpha : 1 - alpha) * (1 / (1 + exp(-example.0 + bias)) - example.1)
    }
    if pull > 0 { low = bias } else { high = bias }
  }
  return low
}
