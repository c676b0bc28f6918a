import Foundation
import Kernels

// MARK: - What anchors there are

/// Lays anchors over an image: on every cell of every level one box for each aspect ratio and octave scale.
///
/// ```swift
/// let image = try ImageSize(width: 600, height: 600)
/// AnchorGenerator.paper.count(for: image)      // 67995
/// AnchorGenerator.paper.anchors(for: image)[0] // wide: 45 × 23 px around (4, 4)
/// ```
///
/// Anchors come in the order of levels, rows, columns, aspect ratios, octave scales.
///
/// - Source: Lin et al. 2017, §4: areas 32² … 512² on P3 … P7, ratios 1:2, 1:1, 2:1, sizes 2⁰, 2^⅓, 2^⅔.
public struct AnchorGenerator: Sendable {
  /// Where anchors lie and how their sizes are rounded.
  public enum Convention: Sendable {
    /// Exact sizes, around the middle of each cell, ((column + ½) 2ˡ, (row + ½) 2ˡ), as in Detectron: the paper does not say.
    case paper
    /// As torchvision's RetinaNet, on whose anchors its weights were trained: sizes cut to whole pixels, half extents rounded
    /// to them (half to even), the first anchor around (0, 0), and image height / rows, rounded down, from one to the next.
    /// The image is the padded one: see `ImageSize.padded(toMultipleOf:)`.
    case torchvision
  }

  public let convention: Convention
  public let levels: [PyramidLevel]
  /// Height / width, each.
  public let aspectRatios: [Double]
  /// What each level's base size is multiplied by.
  public let octaveScales: [Double]

  /// Height / width of an anchor.
  public static let aspectRatioRange = 0.01...100.0
  /// With less, an anchor of P3 would be smaller than a pixel; with more, one of P7 larger than any image.
  public static let octaveScaleRange = 0.03125...64.0

  /// - Parameters:
  ///   - aspectRatios: height / width of the anchors, each in `aspectRatioRange`.
  ///   - octaveScales: what the base sizes are multiplied by, each in `octaveScaleRange`.
  /// - Throws: `BoxError.aspectRatio`, `.octaveScale` for a number out of its range or NaN; `.noAnchors` for empty lists.
  public init(
    _ convention: Convention = .paper, levels: [PyramidLevel] = PyramidLevel.allCases,
    aspectRatios: [Double] = Self.paper.aspectRatios, octaveScales: [Double] = Self.paper.octaveScales
  ) throws(BoxError) {
    guard !levels.isEmpty, !aspectRatios.isEmpty, !octaveScales.isEmpty else { throw .noAnchors }
    for ratio in aspectRatios where !Self.aspectRatioRange.contains(ratio) { throw .aspectRatio(ratio) }
    for scale in octaveScales where !Self.octaveScaleRange.contains(scale) { throw .octaveScale(scale) }
    (self.convention, self.levels) = (convention, levels)
    (self.aspectRatios, self.octaveScales) = (aspectRatios, octaveScales)
  }

  /// The paper's nine anchors on each cell of P3 … P7.
  public static let paper = AnchorGenerator(paperIn: .paper)
  /// The same nine, as torchvision lays them.
  public static let torchvision = AnchorGenerator(paperIn: .torchvision)

  private init(paperIn convention: Convention) {
    self.convention = convention
    levels = PyramidLevel.allCases
    aspectRatios = [0.5, 1, 2]
    octaveScales = [1, cbrt(2), cbrt(4)]
  }
}

// MARK: - How many anchors

extension AnchorGenerator {
  /// A, the number of anchors on one cell.
  public var anchorsPerCell: Int { aspectRatios.count * octaveScales.count }

  /// A · Σ rows · columns, without laying a single one.
  public func count(for image: ImageSize) -> Int {
    anchorsPerCell * levels.reduce(0) { $0 + $1.grid(for: image).cells }
  }
}

// MARK: - The anchors of one cell

extension AnchorGenerator {
  /// The A anchors of a cell, around (0, 0).
  ///
  /// With ratio r = height / width and side s of the square: width = s / √r and height = s √r, so that the area stays s².
  public func cellAnchors(at level: PyramidLevel) -> BoxList {
    BoxList(
      aspectRatios.flatMap { ratio in
        octaveScales.map { scale in
          switch convention {
          case .paper:
            let side = Double(level.baseSize) * scale
            return Box(centerX: 0, centerY: 0, width: side / ratio.squareRoot(), height: side * ratio.squareRoot())
          case .torchvision:
            let side = Float((Double(level.baseSize) * scale).rounded(.towardZero))
            let root = Float(ratio).squareRoot()
            let halfWidth = Double((1 / root * side / 2).rounded(.toNearestOrEven))
            let halfHeight = Double((root * side / 2).rounded(.toNearestOrEven))
            return Box(xMin: -halfWidth, yMin: -halfHeight, xMax: halfWidth, yMax: halfHeight)
          }
        }
      })
  }

  /// Where the anchors of a level's rows and columns have their middle, in pixels.
  func centers(_ level: PyramidLevel, _ image: ImageSize) -> (x: [Float], y: [Float]) {
    let grid = level.grid(for: image)
    switch convention {
    case .paper:
      let stride = Float(level.stride)
      return ((0..<grid.columns).map { (Float($0) + 0.5) * stride }, (0..<grid.rows).map { (Float($0) + 0.5) * stride })
    case .torchvision:
      let (across, down) = (image.width / grid.columns, image.height / grid.rows)
      return ((0..<grid.columns).map { Float($0 * across) }, (0..<grid.rows).map { Float($0 * down) })
    }
  }
}
