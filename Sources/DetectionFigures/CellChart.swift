import DrawnShapes
import Kernels
import Plotting
import Tensors
import Workbook

/// A feature map's cells as colours, as large as a drawn picture, with marks over them in its pixels.
///
/// - Parameters:
///   - map: 1 × C × H × W.
///   - top: the number that is brightest, where 0 is darkest; nil: the largest there is.
///   - brightness: what a cell's C channels come to.
public func cellChart<Scalar: TensorScalar>(
  of map: Tensor<Scalar>, upTo top: Double? = nil, brightness: ([Double]) -> Double,
  @MarkBuilder marks: () -> [any Mark] = { [] }
) -> Chart {
  let plane = map.shape[2] * map.shape[3]
  let cells = (0..<plane).map { cell in
    brightness((0..<map.shape[1]).map { Double(map.scalars[$0 * plane + cell]) })
  }
  var image = PixelImage(width: map.shape[3], heat: cells, in: 0...max(top ?? cells.max() ?? 0, 0))
  image?.enlargement = .squares
  return pictureChart(image, size: (ShapeScene.side, ShapeScene.side), marks: marks)
}
