// Functions with the known mistakes of chapter 2: each has to get its own message.

// MARK: - 2.3 overflow

func softmax(_ logits: [Double]) -> [Double] {
  let sum = logits.reduce(0) { $0 + exp($1) }
  return logits.map { exp($0) / sum }
}

// MARK: - 2.3 sigmoids

func softmax(_ logits: [Double]) -> [Double] {
  logits.map { 1 / (1 + exp(-$0)) }
}

// MARK: - 2.3 noExponential

func softmax(_ logits: [Double]) -> [Double] {
  logits.map { $0 / logits.reduce(0, +) }
}

// MARK: - 2.3 notDivided

func softmax(_ logits: [Double]) -> [Double] {
  let largest = logits.max() ?? 0
  return logits.map { exp($0 - largest) }
}

// MARK: - 2.3 dividedByCount

func softmax(_ logits: [Double]) -> [Double] {
  let largest = logits.max() ?? 0
  return logits.map { exp($0 - largest) / Double(logits.count) }
}

// MARK: - 2.3 winnerTakesAll

func softmax(_ logits: [Double]) -> [Double] {
  let largest = logits.max()
  return logits.map { $0 == largest ? 1 : 0 }
}

// MARK: - 2.4 wrongWayRound

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) {
    if p > 0 { entropy -= p * log(p) }
    if q > 0 { divergence += q * log(q / p) }
  }
  return [entropy, divergence]
}

// MARK: - 2.4 crossEntropyInstead

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, crossEntropy) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 {
    entropy -= p * log(p)
    crossEntropy -= p * log(q)
  }
  return [entropy, crossEntropy]
}

// MARK: - 2.4 entropyOfModel

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) {
    if q > 0 { entropy -= q * log(q) }
    if p > 0 { divergence += p * log(p / q) }
  }
  return [entropy, divergence]
}

// MARK: - 2.4 noMinus

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 {
    entropy += p * log(p)
    divergence += p * log(p / q)
  }
  return [entropy, divergence]
}

// MARK: - 2.4 oppositeSign

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 {
    entropy -= p * log(p)
    divergence += p * log(q / p)
  }
  return [entropy, divergence]
}

// MARK: - 2.4 otherOrder

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 {
    entropy -= p * log(p)
    divergence += p * log(p / q)
  }
  return [divergence, entropy]
}

// MARK: - 2.4 bits

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 {
    entropy -= p * log2(p)
    divergence += p * log2(p / q)
  }
  return [entropy, divergence]
}

// MARK: - 2.4 logOfZero

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) {
    entropy -= p * log(p)
    divergence += p * log(p / q)
  }
  return [entropy, divergence]
}

// MARK: - 2.4 heldImpossible

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 && q > 0 {
    entropy -= p * log(p)
    divergence += p * log(p / q)
  }
  return [entropy, divergence]
}

// MARK: - 2.6 overflow

func crossEntropy(logits: [Double], target: Int) -> Double {
  let sum = logits.reduce(0) { $0 + exp($1) }
  return -log(exp(logits[target]) / sum)
}

// MARK: - 2.6 logSumOverflow

func crossEntropy(logits: [Double], target: Int) -> Double {
  log(logits.reduce(0) { $0 + exp($1) }) - logits[target]
}

// MARK: - 2.6 throughProbability

func crossEntropy(logits: [Double], target: Int) -> Double {
  let largest = logits.max() ?? 0
  let sum = logits.reduce(0) { $0 + exp($1 - largest) }
  return -log(exp(logits[target] - largest) / sum)
}

// MARK: - 2.6 forgottenLogit

func crossEntropy(logits: [Double], target: Int) -> Double {
  let largest = logits.max() ?? 0
  return largest + log(logits.reduce(0) { $0 + exp($1 - largest) })
}

// MARK: - 2.6 forgottenMaximum

func crossEntropy(logits: [Double], target: Int) -> Double {
  let largest = logits.max() ?? 0
  return log(logits.reduce(0) { $0 + exp($1 - largest) }) - logits[target]
}

// MARK: - 2.6 noMinus

func crossEntropy(logits: [Double], target: Int) -> Double {
  let largest = logits.max() ?? 0
  let sum = logits.reduce(0) { $0 + exp($1 - largest) }
  return logits[target] - largest - log(sum)
}

// MARK: - 2.6 bits

func crossEntropy(logits: [Double], target: Int) -> Double {
  let largest = logits.max() ?? 0
  let sum = logits.reduce(0) { $0 + exp($1 - largest) }
  return (largest - logits[target]) / log(2) + log2(sum)
}
