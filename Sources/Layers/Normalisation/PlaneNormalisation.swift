import TensorKernels
import Tensors

/// y = γ x̂ + β with x̂ = (x − μ) / √(σ² + ε): γ and β belong to a channel, μ and σ² to a set of planes.
///
/// This is what all normalisations share. They differ in which planes share a set: those of a channel in all pictures (batch
/// normalisation), or those of a group of channels in one picture (group normalisation).
struct PlaneNormalisation<Scalar: TensorScalar> {
  /// γ and β, C each.
  let weights: Tensor<Scalar>, biases: Tensor<Scalar>
  let epsilon: Double
  /// For each of the N · C planes, the set that it belongs to.
  let sets: [Int]
  /// μ and σ², one for each set.
  let means: [Double], variances: [Double]

  /// The channel of a plane.
  private func channel(_ plane: Int) -> Int { plane % weights.count }
  /// 1 / √(σ² + ε) of a plane.
  private func factor(_ plane: Int) -> Double { 1 / (variances[sets[plane]] + epsilon).squareRoot() }
  private func mean(_ plane: Int) -> Double { means[sets[plane]] }

  // MARK: - Forward

  /// On each plane y = (γ / √(σ² + ε)) x + (β − γ μ / √(σ² + ε)).
  func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.mapped(by: lines) }

  /// One for each plane.
  var lines: [PlaneLine<Scalar>] {
    sets.indices.map { plane in
      let slope = Double(weights.scalars[channel(plane)]) * factor(plane)
      return PlaneLine(
        a: Scalar(slope), c: Scalar(Double(biases.scalars[channel(plane)]) - slope * mean(plane)))
    }
  }

  // MARK: - Backward

  /// What μ and σ² are on the way back.
  enum Statistics { case given, computedFromInput }

  /// dβ = Σ dy and dγ = Σ dy x̂ over a channel. Where μ and σ² are given, dx = γ dy / √(σ² + ε); where they are those of x itself,
  /// x also moves them: with g = γ dy, dx = (g − mean g − x̂ mean(g x̂)) / √(σ² + ε), with means over each set.
  func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>, _ statistics: Statistics) -> Gradient<Scalar> {
    let sums = dy.planeSums(with: x, around: sets.indices.map(mean))
    var dWeights = [Double](repeating: 0, count: weights.count), dBiases = dWeights
    var slopes = [Double](repeating: 0, count: means.count), products = slopes  // mean g, mean(g x̂)
    let perSet = Double(x.count / max(means.count, 1))
    for (plane, sum) in sums.enumerated() {
      let weight = Double(weights.scalars[channel(plane)]), product = sum.products * factor(plane)
      dBiases[channel(plane)] += sum.sum
      dWeights[channel(plane)] += product
      slopes[sets[plane]] += weight * sum.sum / perSet
      products[sets[plane]] += weight * product / perSet
    }
    let parameters = [dWeights, dBiases].map { Tensor(shape: weights.shape, $0.map { Scalar($0) }) }
    return switch statistics {
    case .given: Gradient(input: inputSlope(dy), parameters: parameters)
    case .computedFromInput:
      Gradient(input: dy.mapped(with: x, by: slopeLines(slopes, products)), parameters: parameters)
    }
  }

  /// dx = γ dy / √(σ² + ε).
  func inputSlope(_ dy: Tensor<Scalar>) -> Tensor<Scalar> {
    dy.mapped(by: sets.indices.map { PlaneLine(a: Scalar(Double(weights.scalars[channel($0)]) * factor($0)), c: 0) })
  }

  /// dx as a line in dy and x.
  private func slopeLines(_ slopes: [Double], _ products: [Double]) -> [PlaneLine<Scalar>] {
    sets.indices.map { plane in
      let factor = factor(plane), tilt = factor * factor * products[sets[plane]]
      return PlaneLine(
        a: Scalar(Double(weights.scalars[channel(plane)]) * factor), b: Scalar(-tilt),
        c: Scalar(tilt * mean(plane) - factor * slopes[sets[plane]]))
    }
  }
}

// MARK: - Means and variances of x itself

extension PlaneNormalisation {
  /// With μ and σ² of the numbers of each set: first the means, then the squares around them.
  ///
  /// - Parameter sets: for each plane of x the number of its set; all sets have as many planes.
  init(of x: Tensor<Scalar>, sets: [Int], count: Int, weights: Tensor<Scalar>, biases: Tensor<Scalar>, epsilon: Double)
  {
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
}
