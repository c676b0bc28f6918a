import Kernels

/// Eight numbers that describe a window of 13 × 13 pixels: what the detector sees of it.
///
/// Differences of mean brightness between boxes, so that a picture may be brighter or darker as a whole.
/// - Source: such features are Viola and Jones's, *Rapid object detection using a boosted cascade of simple features*,
///   CVPR 2001.
public struct WindowFeatures {
  /// Features of a window.
  public static let count = 8
  /// Pixels from the centre of a window to its edge.
  public static let reach = 6

  private let brightness: SummedAreaTable
  private let squares: SummedAreaTable

  public init(of picture: Picture) {
    brightness = SummedAreaTable(side: picture.side, values: picture.pixels)
    squares = SummedAreaTable(side: picture.side, values: picture.pixels.map { $0 * $0 })
  }

  // MARK: - Eight features of a window

  /// The features of the window around the pixel (x, y), which is at least `reach` pixels from every edge.
  public func callAsFunction(x: Int, y: Int) -> Lanes {
    func sum(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Double {
      brightness.sum(x: x, y: y, columns: columns, rows: rows)
    }
    let core = sum(-1...1, -1...1)
    let middle = sum(-3...3, -3...3)
    let surround = (sum(-6...6, -6...6) - middle) / 120
    let left = sum(-5 ... -1, -5...5), right = sum(1...5, -5...5)
    let top = sum(-5...5, -5 ... -1), bottom = sum(-5...5, 1...5)
    let corners = sum(-5 ... -4, -5 ... -4) + sum(4...5, -5 ... -4) + sum(-5 ... -4, 4...5) + sum(4...5, 4...5)
    let sides = sum(-5 ... -4, -1...1) + sum(4...5, -1...1) + sum(-1...1, -5 ... -4) + sum(-1...1, 4...5)
    let falling = sum(-3 ... -1, -3 ... -1) + sum(1...3, 1...3)
    let rising = sum(-3 ... -1, 1...3) + sum(1...3, -3 ... -1)
    let mean = middle / 49
    let meanSquare = squares.sum(x: x, y: y, columns: -3...3, rows: -3...3) / 49

    return Lanes(
      mean - surround,  // bright in the middle
      core / 9 - (middle - core) / 40,  // brightest at the core: not a ring
      (left - right) / 55,  // as bright on the left as on the right: not half a disc, not beside one
      (top - bottom) / 55,
      corners / 16 - surround,  // dark at the corners: not a square
      sides / 24 - surround,  // how large
      max(meanSquare - mean * mean, 0).squareRoot(),  // how rough
      (falling - rising) / 18)  // the two diagonals
  }
}
