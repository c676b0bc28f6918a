/// The optimiser: every parameter's step is its smoothed gradient, divided by that gradient's own smoothed size.
///
/// Multiplying the loss by any constant changes nothing. So methods whose losses differ a thousandfold in size are
/// compared at the same learning rate, and only what each weighs against what makes a difference.
/// - Source: Kingma and Ba, *Adam: A method for stochastic optimization*, ICLR 2015.
struct Adam {
  private static let smoothing = (mean: 0.9, square: 0.99)
  private var mean: [Double]
  private var square: [Double]
  private var powers = (mean: 1.0, square: 1.0)

  init(parameters: Int) {
    mean = [Double](repeating: 0, count: parameters)
    square = mean
  }

  mutating func step(_ parameters: inout [Double], gradient: [Double], rate: Double) {
    powers.mean *= Self.smoothing.mean
    powers.square *= Self.smoothing.square
    for i in parameters.indices {
      mean[i] += (1 - Self.smoothing.mean) * (gradient[i] - mean[i])
      square[i] += (1 - Self.smoothing.square) * (gradient[i] * gradient[i] - square[i])
      // Both start at 0; dividing by what they can have reached so far makes up for it.
      let direction = mean[i] / (1 - powers.mean)
      let size = (square[i] / (1 - powers.square)).squareRoot()
      if size > 0 { parameters[i] -= rate * direction / size }
    }
  }
}
