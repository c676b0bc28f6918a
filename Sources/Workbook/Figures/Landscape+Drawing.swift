import Foundation
import Plotting

extension Landscape {
  /// The landscape, or a part of it, with marks over it.
  public func chart(of part: Box = Landscape.frame, @MarkBuilder marks: () -> [any Mark] = { [] }) -> Chart {
    let over = marks()
    return Chart(
      x: .hidden(.linear(part.x)), y: .hidden(.linear(part.y), direction: .descending), aspect: .equal
    ) {
      sky(in: part) + hills
      balloons.reversed().flatMap(Self.marks)
      over
    }
  }

  /// The same as a node's picture, `width` units wide.
  public func picture(
    of part: Box = Landscape.frame, width: Double, @MarkBuilder marks: () -> [any Mark] = { [] }
  ) -> Node.Picture {
    let height = width * (part.y.upperBound - part.y.lowerBound) / (part.x.upperBound - part.x.lowerBound)
    return Node.Picture(chart(of: part, marks: marks), width: width, height: height)
  }

  // MARK: - Over it

  /// The boxes of the balloons.
  public func objectMarks(width: Double = 4) -> [any Mark] { boxes.map { $0.mark.tint(.objects).width(width) } }

  /// Boxes of backgrounds, broken.
  public func backgroundMarks(_ count: Int) -> [any Mark] {
    misses(count).map { $0.mark.tint(.backgrounds).width(2.5).dash(.shortDashed) }
  }

  /// The lines between so many cells along each side.
  public static func gridMarks(cells: Int) -> [any Mark] {
    (0...max(cells, 1)).flatMap { line -> [any Mark] in
      let share = Double(line) / Double(max(cells, 1))
      let (x, y) = (frame.x.upperBound * share, frame.y.upperBound * share)
      return [
        Line([(x, 0), (x, frame.y.upperBound)]).tint(.backgrounds).width(2.5),
        Line([(0, y), (frame.x.upperBound, y)]).tint(.backgrounds).width(2.5),
      ]
    }
  }

  // MARK: - What is in it

  /// Bands from blue to pale, no wider than the part that is seen, nor than the landscape.
  private func sky(in part: Box) -> [any Mark] {
    let bands = 12
    guard part.x.overlaps(Self.frame.x) else { return [] }
    let x = part.x.clamped(to: Self.frame.x)
    return (0..<bands).compactMap { band in
      let depth = Double(band) / Double(bands)
      let top = max(320 * depth, part.y.lowerBound)
      let bottom = min(320 * (depth + 1 / Double(bands)) + 1, part.y.upperBound)
      guard top < bottom else { return nil }
      let colour = Color(red: 0.74 + 0.20 * depth, green: 0.87 + 0.08 * depth, blue: 0.97)
      return RectMark(x: x, y: top...bottom, opacity: 1).tint(.fixed(colour)).width(0)
    }
  }

  private var hills: [any Mark] {
    let ridges: [(base: Double, height: Double, length: Double, colour: Int)] = [
      (262, 26, 61, 0xA9C9A4), (284, 18, 37, 0x8AB684), (304, 9, 83, 0x6E9F69),
    ]
    return ridges.map { ridge in
      let tops = stride(from: 0.0, through: 480, by: 8).map { x in
        DataPoint(x, ridge.base - ridge.height * sin(x / ridge.length + ridge.base))
      }
      return Area(tops, downTo: 320).opacity(1).tint(.fixed(Color(hex: UInt32(ridge.colour))))
    }
  }

  private static func marks(_ balloon: Balloon) -> [any Mark] {
    let (x, y, r) = (balloon.x, balloon.y, balloon.radius)
    func gore(_ width: Double, _ colour: Color) -> any Mark {
      let across = stride(from: -1.0, through: 1, by: 0.05).map { min(max($0, -1), 1) }
      let top = across.map { DataPoint(x + width * r * $0, y - r * (1 - $0 * $0).squareRoot()) }
      let bottom = across.map { DataPoint(x + width * r * $0, y + 1.25 * r * pow(1 - $0 * $0, 0.72)) }
      return Area(between: bottom, and: top).opacity(1).tint(.fixed(colour))
    }
    let pale = Color(hex: 0xFFF6E0).opacity(0.85).over(balloon.colour)
    let basket = Color(hex: 0x6B4A2B)
    return [
      gore(1, balloon.colour), gore(0.66, pale), gore(0.3, balloon.colour),
      Line([(x - 0.2 * r, y + 1.1 * r), (x - 0.15 * r, y + 1.6 * r)]).tint(.fixed(basket)).width(1.5),
      Line([(x + 0.2 * r, y + 1.1 * r), (x + 0.15 * r, y + 1.6 * r)]).tint(.fixed(basket)).width(1.5),
      RectMark(x: (x - 0.2 * r)...(x + 0.2 * r), y: (y + 1.5 * r)...(y + 1.85 * r), opacity: 1)
        .tint(.fixed(basket)).width(0),
    ]
  }
}
