// Functions with the known mistakes of chapter 1: each has to get its own message.

// MARK: - 1.2 pForPt

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double { -log(p) }

// MARK: - 1.2 swappedClasses

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  isObject ? -log(1 - p) : -log(p)
}

// MARK: - 1.2 noMinus

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  isObject ? log(p) : log(1 - p)
}

// MARK: - 1.2 log10

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  isObject ? -log10(p) : -log10(1 - p)
}

// MARK: - 1.2 log2

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  isObject ? -log2(p) : -log2(1 - p)
}

// MARK: - 1.2 noLogarithm

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  1 - (isObject ? p : 1 - p)
}

// MARK: - 1.2 certainAndRight

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  let y = isObject ? 1.0 : 0
  return -(y * log(p) + (1 - y) * log(1 - p))
}

// MARK: - 1.2 certainAndWrong

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  -log(max(isObject ? p : 1 - p, 1e-15))
}

// MARK: - 1.5 logOfZero

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  let p = 1 / (1 + exp(-logit))
  return isObject ? -log(p) : -log(1 - p)
}

// MARK: - 1.5 overflow

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  isObject ? log(1 + exp(-logit)) : log(1 + exp(logit))
}

// MARK: - 1.5 clipped

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  let p = 1 / (1 + exp(-logit))
  let clipped = max(1e-7, min(p, 1 - 1e-7))
  return isObject ? -log(clipped) : -log(1 - clipped)
}

// MARK: - 1.5 noMaximum

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  log(1 + exp(-abs(logit)))
}

// MARK: - 1.5 sameForBoth

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  max(-logit, 0) + log(1 + exp(-abs(logit)))
}

// MARK: - 1.5 signOfLogit

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  let xt = isObject ? -logit : logit
  return max(-xt, 0) + log(1 + exp(-abs(xt)))
}

// MARK: - 1.5 difference

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  let p = 1 / (1 + exp(-logit))
  return -log(max(isObject ? p : 1 - p, 1e-12))
}

// MARK: - 1.6 paperSign

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  let y = isObject ? 1.0 : -1
  return 1 / (1 + exp(-logit)) - y
}

// MARK: - 1.6 oppositeSign

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  (isObject ? 1 : 0) - 1 / (1 + exp(-logit))
}

// MARK: - 1.6 noTarget

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  1 / (1 + exp(-logit))
}

// MARK: - 1.6 overflow

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  exp(logit) / (exp(logit) + 1) - (isObject ? 1 : 0)
}

// MARK: - 1.6 infinityTimesZero

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  let p = 1 / (1 + exp(-logit))
  let slope = p * (1 - p)
  return isObject ? -1 / p * slope : 1 / (1 - p) * slope
}

// MARK: - 1.6 byProbability

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  let p = 1 / (1 + exp(-logit))
  return isObject ? -1 / p : 1 / (1 - p)
}

// MARK: - 1.6 squaredError

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  let p = 1 / (1 + exp(-logit))
  return 2 * (p - (isObject ? 1 : 0)) * p * (1 - p)
}

// MARK: - 1.7 probability

func bestLogit(isObject: [Bool]) -> Double {
  Double(isObject.filter { $0 }.count) / Double(isObject.count)
}

// MARK: - 1.7 logOfShare

func bestLogit(isObject: [Bool]) -> Double {
  log(Double(isObject.filter { $0 }.count) / Double(isObject.count))
}

// MARK: - 1.7 oppositeSign

func bestLogit(isObject: [Bool]) -> Double {
  let objects = Double(isObject.filter { $0 }.count)
  return log((Double(isObject.count) - objects) / objects)
}

// MARK: - 1.7 odds

func bestLogit(isObject: [Bool]) -> Double {
  let objects = Double(isObject.filter { $0 }.count)
  return objects / (Double(isObject.count) - objects)
}

// MARK: - 1.7 log10

func bestLogit(isObject: [Bool]) -> Double {
  let objects = Double(isObject.filter { $0 }.count)
  return log10(objects / (Double(isObject.count) - objects))
}

// MARK: - 1.7 onlyBackgrounds

func bestLogit(isObject: [Bool]) -> Double {
  let objects = Double(isObject.filter { $0 }.count)
  guard objects > 0 else { return 0 }
  return log(objects / (Double(isObject.count) - objects))
}
