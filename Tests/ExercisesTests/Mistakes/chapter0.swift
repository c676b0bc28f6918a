// Functions with the known mistakes of chapter 0: each has to get its own message.

// MARK: - 0.4 countShare

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  Double(isObject.filter { !$0 }.count) / Double(isObject.count)
}

// MARK: - 0.4 objectShare

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  let losses = zip(pt, isObject).map { (-log($0), $1) }
  return losses.filter(\.1).reduce(0) { $0 + $1.0 } / losses.reduce(0) { $0 + $1.0 }
}

// MARK: - 0.4 ratio

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  var (objects, backgrounds) = (0.0, 0.0)
  for (pt, isObject) in zip(pt, isObject) {
    if isObject { objects -= log(pt) } else { backgrounds -= log(pt) }
  }
  return backgrounds / objects
}

// MARK: - 0.4 means

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  func mean(_ kind: Bool) -> Double {
    let losses = zip(pt, isObject).filter { $0.1 == kind }.map { -log($0.0) }
    return losses.reduce(0, +) / Double(losses.count)
  }
  return mean(false) / (mean(false) + mean(true))
}

// MARK: - 0.4 noLogarithm

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  let losses = zip(pt, isObject).map { (1 - $0, $1) }
  return losses.filter { !$0.1 }.reduce(0) { $0 + $1.0 } / losses.reduce(0) { $0 + $1.0 }
}

// MARK: - 0.4 sumsProbabilities

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  zip(pt, isObject).filter { !$0.1 }.reduce(0) { $0 + $1.0 } / pt.reduce(0, +)
}

// MARK: - 0.4 nothingToShare

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  let losses = zip(pt, isObject).map { (-log($0), $1) }
  return losses.filter { !$0.1 }.reduce(0) { $0 + $1.0 } / losses.reduce(0) { $0 + $1.0 }
}

// MARK: - 0.6 lowestFirst

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  let left = scores.indices.sorted { scores[$0] < scores[$1] }.prefix(kept)
  let objects = left.filter { isObject[$0] }.count
  return [objects, min(ratio * objects, left.count - objects)]
}

// MARK: - 0.6 notSorted

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  let left = isObject.prefix(kept)
  let objects = left.filter { $0 }.count
  return [objects, min(ratio * objects, left.count - objects)]
}

// MARK: - 0.6 notSampled

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  let left = zip(scores, isObject).sorted { $0.0 > $1.0 }.prefix(kept)
  let objects = left.filter(\.1).count
  return [objects, left.count - objects]
}

// MARK: - 0.6 moreThanThereAre

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  let left = zip(scores, isObject).sorted { $0.0 > $1.0 }.prefix(kept)
  let objects = left.filter(\.1).count
  return [objects, ratio * objects]
}

// MARK: - 0.6 ratioOfAllObjects

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  let left = zip(scores, isObject).sorted { $0.0 > $1.0 }.prefix(kept)
  let objects = left.filter(\.1).count
  return [objects, min(ratio * isObject.filter { $0 }.count, left.count - objects)]
}

// MARK: - 0.6 onlyTheOrderCounts

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  let threshold = scores.sorted(by: >).prefix(kept).last ?? 0
  let left = zip(scores, isObject).filter { $0.0 >= max(threshold, 0) }
  let objects = left.filter(\.1).count
  return [objects, min(ratio * objects, left.count - objects)]
}
