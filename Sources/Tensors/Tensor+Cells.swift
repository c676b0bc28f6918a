import Kernels
import TensorKernels

// MARK: - From feature maps to cells, and back

extension Tensor {
  /// What feature maps say of each of their cells: of maps N × C × Hₗ × Wₗ comes N × Σ Hₗ · Wₗ × C, map after map, row after row.
  ///
  /// - Parameter maps: at least one, of the same N and C.
  public init(cellsOf maps: [Tensor]) {
    let layout = MapLayout(maps.map(\.shape))
    self.init(shape: [layout.pictures, layout.cells, layout.channels]) { scalars in
      for (index, map) in maps.enumerated() {
        for picture in 0..<layout.pictures {
          Scalar.transpose(map.scalars.span, layout.toCells(map: index, picture: picture), into: &scalars)
        }
      }
    }
  }

  /// The way back: the feature maps of which these are the cells.
  ///
  /// - Parameter shapes: N × C × Hₗ × Wₗ, one for each map.
  public func maps(shapes: [[Int]]) -> [Tensor] {
    let layout = MapLayout(shapes)
    require(shape, ==, [layout.pictures, layout.cells, layout.channels], "as many cells as the maps have")
    return shapes.enumerated().map { index, shape in
      Tensor(shape: shape) { map in
        for picture in 0..<layout.pictures {
          Scalar.transpose(scalars.span, layout.toMap(map: index, picture: picture), into: &map)
        }
      }
    }
  }
}

/// Where the cells of several feature maps lie.
private struct MapLayout {
  let pictures, channels: Int
  /// H · W of each map, and how many cells lie before it.
  let sizes, starts: [Int]
  let cells: Int

  init(_ shapes: [[Int]]) {
    require(shapes.count, >=, 1, "there is at least one feature map")
    for shape in shapes {
      require(shape.count, ==, 4, "feature maps are N × C × H × W")
      require([shape[0], shape[1]], ==, [shapes[0][0], shapes[0][1]], "all maps have as many pictures and channels")
    }
    (pictures, channels) = (shapes[0][0], shapes[0][1])
    sizes = shapes.map { $0[2] * $0[3] }
    starts = sizes.indices.map { [sizes] in sizes[..<$0].reduce(0, +) }
    cells = sizes.reduce(0, +)
  }

  func toCells(map: Int, picture: Int) -> Transposition {
    Transposition(rows: channels, columns: sizes[map], from: inMap(map, picture), to: amongCells(map, picture))
  }

  func toMap(map: Int, picture: Int) -> Transposition {
    Transposition(rows: sizes[map], columns: channels, from: amongCells(map, picture), to: inMap(map, picture))
  }

  private func inMap(_ map: Int, _ picture: Int) -> Int { picture * channels * sizes[map] }
  private func amongCells(_ map: Int, _ picture: Int) -> Int { (picture * cells + starts[map]) * channels }
}
