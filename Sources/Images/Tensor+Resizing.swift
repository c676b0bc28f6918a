import Kernels
import Tensors

extension Tensor<Float> {
  /// A picture, C × H × W, in another size: each new pixel lies between four old ones and weighs them by how near they are.
  ///
  /// Pixels are squares whose centres correspond: x = (x′ + ½) · W / W′ − ½, not below 0. A smaller picture is not smoothed first.
  ///
  /// - Parameters:
  ///   - height: rows of the result, 1 or more.
  ///   - width: columns of the result, 1 or more.
  /// - Returns: C × height × width.
  /// - Source: `torch.nn.functional.interpolate(mode="bilinear", align_corners=False)`.
  public func resized(height: Int, width: Int) -> Tensor {
    require(shape.count, ==, 3, "a picture is C × H × W")
    require(shape.min() ?? 0, >=, 1, "a picture has pixels")
    require(height, >=, 1, "a picture has rows")
    require(width, >=, 1, "a picture has columns")
    let (channels, oldHeight, oldWidth) = (shape[0], shape[1], shape[2])
    let rows = neighbours(of: height, among: oldHeight)
    let columns = neighbours(of: width, among: oldWidth)
    let scalars = filled(channels * height * width) { [old = self.scalars] new in
      for channel in 0..<channels {
        for y in 0..<height {
          let row = rows[y]
          let above = (channel * oldHeight + row.first) * oldWidth
          let below = (channel * oldHeight + row.second) * oldWidth
          let start = (channel * height + y) * width
          for x in 0..<width {
            let column = columns[x]
            let upper = column.nearness * old[above + column.first] + column.distance * old[above + column.second]
            let lower = column.nearness * old[below + column.first] + column.distance * old[below + column.second]
            new[start + x] = row.nearness * upper + row.distance * lower
          }
        }
      }
    }
    return Tensor(shape: [channels, height, width], scalars)
  }
}

/// The two old pixels that a new one lies between, along one side, and what each of them weighs.
private struct Neighbours {
  let first: Int
  let second: Int
  /// From the first, 0 … 1: the weight of the second.
  let distance: Float
  var nearness: Float { 1 - distance }
}

private func neighbours(of newLength: Int, among oldLength: Int) -> [Neighbours] {
  let step = Float(oldLength) / Float(newLength)
  return (0..<newLength).map { new in
    let place = max(step * (Float(new) + 0.5) - 0.5, 0)
    let first = min(Int(place), oldLength - 1)
    return Neighbours(first: first, second: min(first + 1, oldLength - 1), distance: place - Float(first))
  }
}
