// MARK: - Many boxes

/// Many boxes in little memory: four `Float` a box, edge by edge, as arithmetic on sixteen boxes at once wants them.
///
/// A place of an image up to 32,768 px is held to within 0.002 px. Reading one gives a `Box`; whatever computes with all of
/// them (`Matcher`, `nonMaximumSuppression`) does so in `Float`, with torchvision's order of operations.
public struct BoxList: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// All xMin, then all yMin, all xMax, all yMax.
  let planes: [Float]

  public init(_ boxes: some Collection<Box>) {
    var planes: [Float] = []
    planes.reserveCapacity(4 * boxes.count)
    for edge in [\Box.xMin, \.yMin, \.xMax, \.yMax] {
      for box in boxes { planes.append(Float(box[keyPath: edge])) }
    }
    self.planes = planes
  }

  public init(arrayLiteral boxes: Box...) {
    self.init(boxes)
  }

  init(planes: [Float]) {
    self.planes = planes
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { planes.count / 4 }

  public subscript(index: Int) -> Box {
    Box(
      xMin: Double(planes[index]), yMin: Double(planes[count + index]), xMax: Double(planes[2 * count + index]),
      yMax: Double(planes[3 * count + index]))
  }

  /// xMin, yMin, xMax, yMax of one box, as they are held.
  func edges(_ index: Int) -> [Float] { (0..<4).map { planes[$0 * count + index] } }
}
