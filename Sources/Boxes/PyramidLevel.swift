// MARK: - The levels of the pyramid

/// A level of the feature pyramid: Pₗ has one cell for 2ˡ × 2ˡ pixels of the image.
///
/// - Source: Lin et al. 2017, §4.
public enum PyramidLevel: Int, Sendable, CaseIterable, Comparable {
  case p3 = 3, p4, p5, p6, p7

  /// The distance of neighbouring cells in the image, 2ˡ px: 8, 16, 32, 64, 128.
  public var stride: Int { 1 << rawValue }

  /// The side of the level's square anchor, 4 · 2ˡ px: 32, 64, 128, 256, 512.
  public var baseSize: Int { 4 * stride }

  public static func < (a: PyramidLevel, b: PyramidLevel) -> Bool { a.rawValue < b.rawValue }
}

// MARK: - How many cells

/// The rows and columns of cells of a level.
public struct GridSize: Sendable, Hashable {
  public let rows, columns: Int

  public var cells: Int { rows * columns }
}

extension PyramidLevel {
  /// ⌈height / 2ˡ⌉ rows and ⌈width / 2ˡ⌉ columns: each of the l convolutions of stride 2 keeps half of what it gets, and of an odd
  /// number the larger half. 600 px become 75, 38, 19, 10, 5.
  public func grid(for image: ImageSize) -> GridSize {
    GridSize(rows: image.height.dividedUp(by: stride), columns: image.width.dividedUp(by: stride))
  }
}
