import Boxes
import Kernels
import Plotting

/// What a seed draws: a patchy background, a few strokes across it, and one to four objects, of which the larger lie behind.
///
/// ```swift
/// let scene = ShapeScene(seed: 1)
/// scene.objects.map(\.shape)   // [.triangle, .ellipse]
/// ```
public struct ShapeScene: Sendable {
  public let seed: UInt64
  /// From the largest to the smallest.
  public let objects: [DrawnObject]
  let backdrop: Backdrop
  let strokes: [SceneElement]

  /// Width and height of a picture, in pixels.
  public static let side = 128
  /// The same as a size.
  public static let size: ImageSize = {
    guard let size = try? ImageSize(width: side, height: side) else { fatalError("pictures may have a side of \(side)") }
    return size
  }()
  /// √(width · height) of an object, in pixels.
  public static let sizes = 20.0...80.0
  /// Height / width of an object: at most so much, and at least one over it.
  public static let longestAspect = 1.5
  /// How many objects a picture has.
  public static let objectCounts = 1...4
  /// How much of the smaller of two boxes may lie in the other one.
  public static let largestOverlap = 0.15

  public init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let backdrop = Backdrop(&random)
    let strokes = Backdrop.strokes(&random)
    let count = Self.objectCounts.lowerBound + random.index(below: Self.objectCounts.count)
    var objects: [DrawnObject] = []
    for _ in 0..<count {
      guard let box = Self.box(beside: objects.map(\.box), &random) else { continue }
      let shape = ShapeClass.allCases[random.index(below: ShapeClass.allCases.count)]
      let turn = random.uniform(in: -1...1) * shape.largestTurn
      objects.append(DrawnObject(shape, in: box, degrees: turn, color: Backdrop.vivid(&random)))
    }
    self.seed = seed
    (self.backdrop, self.strokes) = (backdrop, strokes)
    self.objects = objects.sorted { $0.box.area > $1.box.area }
  }

  // MARK: - Where objects lie

  /// A box beside others; nil where none is found soon.
  private static func box(beside others: [Box], _ random: inout SplitMix64) -> Box? {
    for _ in 0..<40 {
      let size = random.logarithmic(in: sizes)
      let root = random.logarithmic(in: 1 / longestAspect...longestAspect).squareRoot()
      let (width, height) = (size / root, size * root), edge = Double(side) - 1
      let box = Box(
        x: random.uniform(in: 1...edge - width), y: random.uniform(in: 1...edge - height), width: width, height: height)
      if others.allSatisfy({ $0.coverage(with: box) <= largestOverlap }) { return box }
    }
    return nil
  }

  // MARK: - As it is painted

  /// In points, one for each pixel.
  public var scene: Scene {
    let side = Double(Self.side), whole = Rect(x: 0, y: 0, width: side, height: side)
    return Scene(
      size: Size(width: side, height: side), background: backdrop.base,
      elements: [.image(backdrop.image, in: whole)] + strokes + objects.map { .path($0.outline, fill: $0.color) })
  }
}

extension Box {
  /// How much of the smaller of two boxes lies in the other one, in [0, 1].
  func coverage(with other: Box) -> Double {
    let width = min(xMax, other.xMax) - max(xMin, other.xMin), height = min(yMax, other.yMax) - max(yMin, other.yMin)
    return max(0, width) * max(0, height) / min(area, other.area)
  }
}

extension SplitMix64 {
  /// A number whose logarithm is uniform: as often in 16 … 32 as in 32 … 64.
  mutating func logarithmic(in range: ClosedRange<Double>) -> Double {
    range.lowerBound * exponential(uniform() * negativeLogarithm(range.lowerBound / range.upperBound))
  }
}
