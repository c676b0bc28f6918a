import TensorKernels

/// A convolution by its definition, in plain loops and `Double`; it judges the fast ones.
///
/// y[n, o, i, j] = b[o] + Σ w[o, c, u, v] · x[n, c, s i + u − p, s j + v − p]
struct ReferenceConvolution {
  let sizes: ConvolutionSizes

  init(_ sizes: ConvolutionSizes) { self.sizes = sizes }

  // MARK: - Forward and backward

  func output(_ x: [Float], weights: [Float], biases: [Float]) -> [Double] {
    let places = sizes.output[2] * sizes.output[3]
    var y = (0..<sizes.output.reduce(1, *)).map { Double(biases[$0 / places % sizes.shape.outputs]) }
    forEachProduct { y[$0] += Double(weights[$1]) * Double(x[$2]) }
    return y
  }

  func inputSlope(_ dy: [Float], weights: [Float]) -> [Double] {
    var dx = [Double](repeating: 0, count: sizes.input.reduce(1, *))
    forEachProduct { dx[$2] += Double(dy[$0]) * Double(weights[$1]) }
    return dx
  }

  func weightSlope(_ dy: [Float], x: [Float]) -> [Double] {
    var dW = [Double](repeating: 0, count: sizes.shape.weightCount)
    forEachProduct { dW[$1] += Double(dy[$0]) * Double(x[$2]) }
    return dW
  }

  // MARK: - The definition

  /// Calls `body` with the places in y, w and x of every product that the convolution adds up.
  private func forEachProduct(_ body: (_ y: Int, _ w: Int, _ x: Int) -> Void) {
    let shape = sizes.shape, side = shape.side
    let (inputs, outputs) = (shape.inputs / shape.groups, shape.outputs / shape.groups)
    var y = 0
    for n in 0..<sizes.pictures {
      for o in 0..<shape.outputs {
        for i in 0..<sizes.output[2] {
          for j in 0..<sizes.output[3] {
            for c in 0..<inputs {
              let channel = n * shape.inputs + o / outputs * inputs + c
              for u in 0..<side {
                for v in 0..<side {
                  let (row, column) = (shape.stride * i + u - shape.padding, shape.stride * j + v - shape.padding)
                  guard (0..<sizes.height).contains(row), (0..<sizes.width).contains(column) else { continue }
                  body(
                    y, ((o * inputs + c) * side + u) * side + v, (channel * sizes.height + row) * sizes.width + column)
                }
              }
            }
            y += 1
          }
        }
      }
    }
  }
}
