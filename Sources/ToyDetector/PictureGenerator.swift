import Kernels

/// Draws seeded pictures: one object and a few distractors in each, and noise everywhere.
public struct PictureGenerator: Sendable {
  /// Width and height in pixels.
  public var side = 80
  /// Distractors in a picture, 0 … 8: every shape gets one of nine cells of its own.
  public var distractors = 4
  /// Standard deviation of the noise.
  public var noise = 0.2
  /// How bright shapes are, uniformly.
  public var brightness = 0.5...1.0

  public init() {}

  // MARK: - Drawing a picture

  /// The picture that belongs to a seed.
  public func picture(seed: UInt64) -> Picture {
    require(distractors, in: 0...8, "there are nine cells, and one is the object's")
    var random = SplitMix64(seed: seed)

    // Noise everywhere.
    var picture = Picture(side: side, pixels: (0..<side * side).map { _ in noise * random.nearlyNormal() })

    // One object, and distractors that resemble it.
    var cells = Array(0..<9)
    random.choose(1 + distractors, from: &cells)
    let resembling = Shape.Kind.allCases.filter { !$0.isObject }
    picture.draw(shape(.disc, in: cells[0], &random))
    for cell in cells.dropFirst().prefix(distractors) {
      picture.draw(shape(resembling[random.index(below: resembling.count)], in: cell, &random))
    }
    return picture
  }

  private func shape(_ kind: Shape.Kind, in cell: Int, _ random: inout SplitMix64) -> Shape {
    let cellSide = Double(side) / 3
    let inside = 8...cellSide - 8
    let x = Double(cell % 3) * cellSide + random.uniform(in: inside)
    let y = Double(cell / 3) * cellSide + random.uniform(in: inside)
    let radius = random.uniform(in: kind == .speck ? 1.5...2.5 : 3.5...5)
    return Shape(kind, x: x, y: y, radius: radius, brightness: random.uniform(in: brightness))
  }
}
