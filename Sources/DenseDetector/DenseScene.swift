import Kernels
import Losses
import Tensors
import ToyDetector

/// A picture, and what each cell of its dense grid has to say about it.
///
/// Every 2 × 2 pixels are a cell. The cell that holds the centre of the disc is the object, the cells around it are ignored, all
/// others are background: 1,600 cells in a picture, and one object.
public struct DenseScene: Sendable {
  /// 1 × side × side.
  public let picture: Tensor<Double>
  /// One for each cell, row by row.
  public let targets: [AnchorTarget]

  /// How many pixels apart cells are.
  public static let stride = 2
  /// How far from the object's cell, in cells to any side, cells are ignored.
  static let reach = 2

  public init(_ picture: Picture) {
    let cells = picture.side / Self.stride
    var targets = [AnchorTarget](repeating: .background, count: cells * cells)
    for shape in picture.shapes where shape.kind.isObject {
      let column = Self.cell(at: shape.x, of: cells), row = Self.cell(at: shape.y, of: cells)
      for y in max(0, row - Self.reach)...min(cells - 1, row + Self.reach) {
        for x in max(0, column - Self.reach)...min(cells - 1, column + Self.reach) { targets[y * cells + x] = .ignored }
      }
      targets[row * cells + column] = .object(0)
    }
    self.picture = Tensor(shape: [1, picture.side, picture.side], picture.pixels)
    self.targets = targets
  }

  /// Pixel 0 is centred at 0, so the first cell reaches from −½ to 1½.
  private static func cell(at pixel: Double, of cells: Int) -> Int {
    min(max(Int((pixel + 0.5) / Double(stride)), 0), cells - 1)
  }
}
