import Kernels
import Tensors
import Testing

@Suite struct CellsTests {
  let maps = [
    Tensor<Float>(shape: [2, 3, 2, 2], (0..<24).map { Float($0) }),
    Tensor<Float>(shape: [2, 3, 1, 1], (0..<6).map { Float(100 + $0) }),
  ]

  @Test("cells come map after map and row after row, each with all of its channels")
  func order() {
    let cells = Tensor(cellsOf: maps)
    #expect(cells.shape == [2, 5, 3])
    #expect((0..<3).map { cells[0, 0, $0] } == [0, 4, 8])
    #expect((0..<3).map { cells[0, 1, $0] } == [1, 5, 9])
    #expect((0..<3).map { cells[0, 4, $0] } == [100, 101, 102])
    #expect((0..<3).map { cells[1, 0, $0] } == [12, 16, 20])
  }

  @Test("the cells of maps give the maps again")
  func back() {
    #expect(Tensor(cellsOf: maps).maps(shapes: maps.map(\.shape)) == maps)
    var random = SplitMix64(seed: 1)
    let large = Tensor<Double>(shape: [2, 37, 5, 9], (0..<2 * 37 * 45).map { _ in random.uniform() })
    #expect(Tensor(cellsOf: [large]).maps(shapes: [large.shape]) == [large])
  }
}
