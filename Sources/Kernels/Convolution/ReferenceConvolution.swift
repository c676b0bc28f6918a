/// A convolution by its definition, in plain loops and `Double`; it judges the fast ones.
///
/// y[n, o, i, j] = b[o] + Σ w[o, c, u, v] · x[n, c, s i + u − p, s j + v − p]
///
/// - Parameters:
///   - x: N × C × H × W.
///   - weights: C′ × (C / groups) × side × side.
///   - biases: C′.
/// - Returns: N × C′ × H′ × W′.
package func referenceConvolution(
  _ x: [Float], pictures: Int, height: Int, width: Int, weights: [Float], biases: [Float], shape: ConvolutionShape
) -> [Double] {
  let (inputs, outputs, side) = (shape.inputs / shape.groups, shape.outputs / shape.groups, shape.side)
  var y: [Double] = []
  for n in 0..<pictures {
    for o in 0..<shape.outputs {
      for i in 0..<shape.outputLength(height) {
        for j in 0..<shape.outputLength(width) {
          var sum = Double(biases[o])
          for c in 0..<inputs {
            let channel = n * shape.inputs + o / outputs * inputs + c
            for u in 0..<side {
              for v in 0..<side {
                let (row, column) = (shape.stride * i + u - shape.padding, shape.stride * j + v - shape.padding)
                guard (0..<height).contains(row), (0..<width).contains(column) else { continue }
                sum +=
                  Double(weights[((o * inputs + c) * side + u) * side + v])
                  * Double(x[(channel * height + row) * width + column])
              }
            }
          }
          y.append(sum)
        }
      }
    }
  }
  return y
}
