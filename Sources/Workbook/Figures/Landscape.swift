import Foundation
import Localization
import Plotting

/// A drawn picture to detect in: hot-air balloons, large and small, over hills.
///
/// It is made of marks, so any part of it can be drawn at any size:
///
/// ```swift
/// let landscape = Landscape(balloons: 10)
/// landscape.chart { landscape.objectMarks() }   // all of it, with boxes
/// landscape.chart(of: landscape.boxes[0])       // one of its balloons, cut out
/// ```
public struct Landscape: Sendable {
  /// A rectangle in the landscape, y downwards.
  public struct Box: Sendable, Hashable {
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>

    public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
      (self.x, self.y) = (x, y)
    }

    public var mark: RectMark { RectMark(x: x, y: y) }

    public var area: Double { (x.upperBound - x.lowerBound) * (y.upperBound - y.lowerBound) }

    public func overlaps(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }

    /// IoU: the area that both share, of the area that either covers, 0 … 1.
    func overlap(with other: Box) -> Double {
      guard overlaps(other) else { return 0 }
      let shared = Box(x: x.clamped(to: other.x), y: y.clamped(to: other.y)).area
      return shared / (area + other.area - shared)
    }

    /// The smallest square around it, moved into the landscape where it would leave it.
    public var square: Box {
      let half = min(max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound) / 2, 160)
      return Box(x: x.middle, y: y.middle, halfWidth: half, halfHeight: half)
    }

    /// A box around a point, made smaller where the frame has no room for it, and moved into the frame where it would leave it.
    init(x: Double, y: Double, halfWidth: Double, halfHeight: Double, in frame: Box = Landscape.frame) {
      let halfWidth = min(halfWidth, frame.x.upperBound / 2), halfHeight = min(halfHeight, frame.y.upperBound / 2)
      let x = min(max(x, halfWidth), frame.x.upperBound - halfWidth)
      let y = min(max(y, halfHeight), frame.y.upperBound - halfHeight)
      self.init(x: (x - halfWidth)...(x + halfWidth), y: (y - halfHeight)...(y + halfHeight))
    }
  }

  /// The whole of it, in its own units.
  public static let frame = Box(x: 0...480, y: 0...320)

  struct Balloon: Sendable {
    var x: Double, y: Double, radius: Double
    var colour: Color

    /// Around envelope and basket.
    var box: Box { Box(x: (x - radius)...(x + radius), y: (y - radius)...(y + 1.9 * radius)) }
  }

  let balloons: [Balloon]

  /// The box of each balloon, the largest first.
  public var boxes: [Box] { balloons.map(\.box) }

  // MARK: - Where things stand

  /// - Parameter balloons: 0 … 1000; the more there are, the smaller they get. No two boxes overlap.
  public init(balloons count: Int) {
    let count = min(max(count, 0), 1000)
    let crowding = min(1, (10 / Double(max(count, 1))).squareRoot())
    self.init(radii: (0..<count).map { crowding * (12 + 30 * pow(0.8, Double($0))) })
  }

  /// - Parameter radii: of the balloons, up to 80 each; all that have yet to be placed get smaller where there is no more
  ///   room. No two boxes overlap.
  public init(radii: [Double]) {
    let palette = [0xC0392B, 0xE1B12C, 0x6C3A8E, 0x2C7A4B, 0xB8336A].map { Color(hex: $0) }
    var placed: [Balloon] = []
    var crowding = 1.0
    var tries = 0
    while placed.count < radii.count {
      let radius = crowding * min(radii[placed.count], 80)
      let balloon = Balloon(
        x: Self.place(tries, 0, between: radius + 6, and: 474 - radius),
        y: Self.place(tries, 1, between: radius + 6, and: 300 - 2 * radius), radius: radius,
        colour: palette[placed.count % palette.count])
      if !placed.contains(where: { $0.box.overlaps(balloon.box) }) { placed.append(balloon) }
      tries += 1
      if tries.isMultiple(of: 200) { crowding *= 0.9 }
    }
    self.balloons = placed
  }

  /// Backgrounds: boxes spread over the landscape, half of them beside a balloon, that share less than 0.4 with any.
  ///
  /// - Parameter count: at least 0.
  public func misses(_ count: Int) -> [Box] { Self.misses(count, beside: boxes, in: Self.frame) }

  /// The same for any picture.
  ///
  /// - Returns: fewer than `count` where the objects leave no room.
  public static func misses(_ count: Int, beside objects: [Box], in frame: Box) -> [Box] {
    let tries = (0..<1000 + 10 * max(count, 0)).lazy.map { tried($0, beside: objects, in: frame) }
    return Array(tries.filter { box in objects.allSatisfy { box.overlap(with: $0) < 0.4 } }.prefix(max(count, 0)))
  }

  private static func tried(_ index: Int, beside objects: [Box], in frame: Box) -> Box {
    let half = place(index, 2, between: 14, and: 44)
    let stretch = place(index, 3, between: 0.6, and: 1.5)
    var centre = (
      x: place(index, 0, between: 0, and: frame.x.upperBound), y: place(index, 1, between: 0, and: frame.y.upperBound)
    )
    if index.isMultiple(of: 2), !objects.isEmpty {
      let near = objects[(index / 2) % objects.count]
      let side = (index / 2) % 4 < 2 ? 1.0 : -1
      centre = (near.x.middle + side * half, near.y.middle + (index % 4 == 0 ? 0.8 : -0.8) * half)
    }
    return Box(x: centre.x, y: centre.y, halfWidth: half, halfHeight: half * stretch, in: frame)
  }

  /// Numbers that look random and fill the space evenly: multiples of powers of a root, taken modulo one.
  /// - Source: Roberts, *The unreasonable effectiveness of quasirandom sequences*, 2018; the root of x⁵ = x + 1.
  private static func place(_ index: Int, _ dimension: Int, between low: Double, and high: Double) -> Double {
    let step = pow(1.1673039782614187, -Double(dimension + 1))
    let turn = 0.5 + step * Double(index + 1)
    return low + max(high - low, 0) * (turn - turn.rounded(.down))
  }
}

extension ClosedRange<Double> {
  var middle: Double { (lowerBound + upperBound) / 2 }
}
