import Kernels

/// How a gradient becomes a step.
public enum Optimiser: Sendable, Hashable {
  /// Every parameter's step is its smoothed gradient, divided by that gradient's own smoothed size.
  ///
  /// Multiplying the loss by a constant changes nothing. So methods whose losses differ a thousandfold in size are
  /// compared at the same learning rate, and only what each weighs against what makes a difference.
  /// - Source: Kingma and Ba, *Adam: A method for stochastic optimization*, ICLR 2015.
  case adam
  /// Every step is the gradient, and nine tenths of the step before. Its length grows with the size of the loss.
  /// - Source: Lin et al. 2017, §4.1, train with it, at a learning rate of 0.01.
  case momentum
}

// MARK: - A run of steps

/// The steps of one training, with what an optimiser remembers from one to the next.
struct OptimiserState {
  private let kind: Optimiser
  private var mean: [Double]
  private var square: [Double]
  private var reached = (mean: 0.0, square: 0.0)

  init(_ kind: Optimiser, parameters: Int) {
    self.kind = kind
    mean = [Double](repeating: 0, count: parameters)
    square = mean
  }

  mutating func step(_ parameters: inout [Double], gradient: [Double], rate: Double) {
    require(gradient.count, ==, parameters.count, "one derivative for each parameter")
    switch kind {
    case .adam:
      // Both averages start at 0; what they can have reached by now makes up for it.
      reached.mean += 0.1 * (1 - reached.mean)
      reached.square += 0.01 * (1 - reached.square)
      for i in parameters.indices {
        mean[i] += 0.1 * (gradient[i] - mean[i])
        square[i] += 0.01 * (gradient[i] * gradient[i] - square[i])
        let size = (square[i] / reached.square).squareRoot()
        if size > 0 { parameters[i] -= rate * (mean[i] / reached.mean) / size }
      }
    case .momentum:
      for i in parameters.indices {
        mean[i] = 0.9 * mean[i] + gradient[i]
        parameters[i] -= rate * mean[i]
      }
    }
  }
}
