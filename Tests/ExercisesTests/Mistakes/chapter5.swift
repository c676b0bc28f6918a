// Functions with the known mistakes of chapter 5: each has to get its own message.

// MARK: - 5.4 signFlipped

func priorBias(_ prior: Double) -> Double {
  log(1 - prior) - log(prior)
}

// MARK: - 5.4 commonLogarithm

func priorBias(_ prior: Double) -> Double {
  log10(prior) - log10(1 - prior)
}

// MARK: - 5.4 withoutComplement

func priorBias(_ prior: Double) -> Double {
  log(prior)
}

// MARK: - 5.4 ratioOutside

func priorBias(_ prior: Double) -> Double {
  -log(1 - prior) / prior
}

// MARK: - 5.4 overflow

func priorBias(_ prior: Double) -> Double {
  -log((1 - prior) / prior)
}

// MARK: - 5.7 uphill

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  return (0..<steps).map { _ in
    let p = 1 / (1 + exp(-bias)), objects = Double(objects), backgrounds = Double(backgrounds)
    let gradient = (objects * (1 - p) - backgrounds * p) / objects
    velocity = momentum * velocity + gradient
    bias -= rate * velocity
    return bias
  }
}

// MARK: - 5.7 notDivided

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  return (0..<steps).map { _ in
    let p = 1 / (1 + exp(-bias)), objects = Double(objects), backgrounds = Double(backgrounds)
    let gradient = backgrounds * p - objects * (1 - p)
    velocity = momentum * velocity + gradient
    bias -= rate * velocity
    return bias
  }
}

// MARK: - 5.7 dividedByAll

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  return (0..<steps).map { _ in
    let p = 1 / (1 + exp(-bias)), objects = Double(objects), backgrounds = Double(backgrounds)
    let gradient = (backgrounds * p - objects * (1 - p)) / (objects + backgrounds)
    velocity = momentum * velocity + gradient
    bias -= rate * velocity
    return bias
  }
}

// MARK: - 5.7 backgroundsAlone

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  return (0..<steps).map { _ in
    let p = 1 / (1 + exp(-bias)), objects = Double(objects), backgrounds = Double(backgrounds)
    let gradient = backgrounds * p / objects
    velocity = momentum * velocity + gradient
    bias -= rate * velocity
    return bias
  }
}

// MARK: - 5.7 noMomentum

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  return (0..<steps).map { _ in
    let p = 1 / (1 + exp(-bias)), objects = Double(objects), backgrounds = Double(backgrounds)
    let gradient = (backgrounds * p - objects * (1 - p)) / objects
    velocity = gradient
    bias -= rate * velocity
    return bias
  }
}

// MARK: - 5.7 average

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  return (0..<steps).map { _ in
    let p = 1 / (1 + exp(-bias)), objects = Double(objects), backgrounds = Double(backgrounds)
    let gradient = (backgrounds * p - objects * (1 - p)) / objects
    velocity = momentum * velocity + (1 - momentum) * gradient
    bias -= rate * velocity
    return bias
  }
}
