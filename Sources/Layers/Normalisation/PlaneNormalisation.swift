import TensorKernels
import Tensors

/// y = γ x̂ + β with x̂ = (x − μ) / √(σ² + ε): γ and β belong to a channel, μ and σ² to a set of planes.
///
/// This is what all normalisations share. They differ in which planes share a set: those of a channel in all pictures (batch
/// normalisation), or those of a group of channels in one picture (group normalisation).
struct PlaneNormalisation {
  /// γ and β, C each.
  private let weights: [Double], biases: [Double]
  /// For each of the N · C planes, the set that it belongs to.
  private let sets: [Int]
  /// μ and σ², one for each set.
  let means: [Double], variances: [Double]
  /// 1 / √(σ² + ε) of each set.
  private let factors: [Double]

  init<Scalar>(
    weights: Tensor<Scalar>, biases: Tensor<Scalar>, epsilon: Double, sets: [Int], means: [Double],
    variances: [Double]
  ) {
    (self.weights, self.biases) = (Scalar.doubles(weights.scalars), Scalar.doubles(biases.scalars))
    (self.sets, self.means, self.variances) = (sets, means, variances)
    factors = variances.map { 1 / ($0 + epsilon).squareRoot() }
  }

  /// With μ and σ² of the numbers of each set: first the means, then the squares around them.
  ///
  /// - Parameter sets: for each plane of x the number of its set; all sets have as many planes.
  init<Scalar>(
    of x: Tensor<Scalar>, sets: [Int], count: Int, weights: Tensor<Scalar>, biases: Tensor<Scalar>, epsilon: Double
  ) {
    let perSet = Double(x.count / max(count, 1))
    var means = [Double](repeating: 0, count: count), variances = means
    for (set, plane) in zip(sets, x.planeSums(with: x, around: sets.map { _ in 0 })) {
      means[set] += plane.sum / perSet
    }
    for (set, plane) in zip(sets, x.planeSums(with: x, around: sets.map { means[$0] })) {
      variances[set] += plane.products / perSet  // Σ x (x − μ) = Σ (x − μ)²
    }
    self.init(
      weights: weights, biases: biases, epsilon: epsilon, sets: sets, means: means,
      variances: variances.map { max($0, 0) })
  }

  // MARK: - Forward

  /// On each plane y = (γ / √(σ² + ε)) x + (β − γ μ / √(σ² + ε)).
  func forward<Scalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.mapped(by: lines) }

  /// One for each plane.
  var lines: [PlaneLine] {
    sets.enumerated().map { plane, set in
      let slope = weights[channel(plane)] * factors[set]
      return PlaneLine(a: slope, c: biases[channel(plane)] - slope * means[set])
    }
  }

  private func channel(_ plane: Int) -> Int { plane % weights.count }

  // MARK: - Backward

  /// What μ and σ² are on the way back.
  enum Statistics { case given, computedFromInput }

  /// dβ = Σ dy and dγ = Σ dy x̂ over a channel. Where μ and σ² are given, dx = γ dy / √(σ² + ε); where they are those of x itself,
  /// x also moves them: with g = γ dy, dx = (g − mean g − x̂ mean(g x̂)) / √(σ² + ε), with means over each set.
  func backward<Scalar>(_ dy: Tensor<Scalar>, x: Tensor<Scalar>, _ statistics: Statistics) -> Gradient<Scalar> {
    let sums = dy.planeSums(with: x, around: sets.map { means[$0] })
    var dWeights = [Double](repeating: 0, count: weights.count), dBiases = dWeights
    var slopes = [Double](repeating: 0, count: means.count), products = slopes  // mean g, mean(g x̂)
    let perSet = Double(x.count / max(means.count, 1))
    for (plane, (sum, set)) in zip(sums, sets).enumerated() {
      let channel = channel(plane), product = sum.products * factors[set]
      dBiases[channel] += sum.sum
      dWeights[channel] += product
      slopes[set] += weights[channel] * sum.sum / perSet
      products[set] += weights[channel] * product / perSet
    }
    let parameters = [dWeights, dBiases].map { Tensor<Scalar>(shape: [weights.count], Scalar.array($0)) }
    return switch statistics {
    case .given: Gradient(input: inputSlope(dy), parameters: parameters)
    case .computedFromInput:
      Gradient(input: dy.mapped(with: x, by: slopeLines(slopes, products)), parameters: parameters)
    }
  }

  /// dx = γ dy / √(σ² + ε).
  func inputSlope<Scalar>(_ dy: Tensor<Scalar>) -> Tensor<Scalar> {
    dy.mapped(by: sets.enumerated().map { PlaneLine(a: weights[channel($0)] * factors[$1], c: 0) })
  }

  /// dx as a line in dy and x.
  private func slopeLines(_ slopes: [Double], _ products: [Double]) -> [PlaneLine] {
    sets.enumerated().map { plane, set in
      let factor = factors[set], tilt = factor * factor * products[set]
      return PlaneLine(
        a: weights[channel(plane)] * factor, b: -tilt, c: tilt * means[set] - factor * slopes[set])
    }
  }
}
