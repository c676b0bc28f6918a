import Boxes
import PNGCoding
import Plotting
import Workbook

extension DetectionScene {
  /// All of the picture, in units.
  public var frame: Landscape.Box {
    if case .drawn = picture { return Landscape.frame }
    return Landscape.Box(x: 0...unitsPerPixel * Double(size.width), y: 0...unitsPerPixel * Double(size.height))
  }

  /// A box in units; empty where it is inverted.
  public func region(of box: Box) -> Landscape.Box {
    func range(_ low: Double, _ high: Double) -> ClosedRange<Double> {
      let low = unitsPerPixel * low
      return low...max(low, unitsPerPixel * high)
    }
    return Landscape.Box(x: range(box.xMin, box.xMax), y: range(box.yMin, box.yMax))
  }

  public func mark(_ box: Box) -> RectMark { region(of: box).mark }

  /// A box that can be seen on any picture: dark, on a reader's own with a pale rim.
  public func outline(_ box: Box, width: Double = 2.5, label: Bilingual? = nil) -> [any Mark] {
    let rim = mark(box).tint(.fixed(Color(hex: 0xFFFFFF).opacity(0.7))).width(width + 3)
    let line = mark(box).tint(.outline).width(width)
    return (isOwn ? [rim] : []) + [label.map { line.label($0) } ?? line]
  }

  /// The middle of a box, in units.
  public func middle(of box: Box) -> (Double, Double) {
    (unitsPerPixel * box.center.x, unitsPerPixel * box.center.y)
  }

  /// The lines between the cells of a level, those at the border reaching beyond the picture; paler where they are dense.
  public func cells(of level: PyramidLevel) -> [any Mark] {
    let grid = level.grid(for: size), stride = Double(level.stride) * unitsPerPixel
    let (right, bottom) = (Double(grid.columns) * stride, Double(grid.rows) * stride)
    let upright = (0...grid.columns).map { Line([(Double($0) * stride, 0), (Double($0) * stride, bottom)]) }
    let level = (0...grid.rows).map { Line([(0, Double($0) * stride), (right, Double($0) * stride)]) }
    return (upright + level).map { $0.tint(.backgrounds.opacity(min(0.5, 0.12 * stride))).width(1.5) }
  }

  // MARK: - The picture

  /// The picture, or a part of it, with marks over it.
  public func chart(of part: Landscape.Box? = nil, @MarkBuilder marks: () -> [any Mark] = { [] }) -> Chart {
    let part = part ?? frame
    if case .drawn(let landscape) = picture { return landscape.chart(of: part, marks: marks) }
    let over = marks()
    return Chart(
      x: .hidden(.linear(part.x)), y: .hidden(.linear(part.y), direction: .descending), aspect: .equal
    ) {
      background(of: part)
      over
    }
  }

  private func background(of part: Landscape.Box) -> [any Mark] {
    let sheet = frame.mark.tint(.fixed(Color(hex: 0xE8ECF2))).width(0)
    guard case .pixels(let pixels) = picture, part.overlaps(frame) else {
      return [RectMark(x: sheet.x, y: sheet.y, opacity: 1).tint(.fixed(Color(hex: 0xE8ECF2))).width(0)]
    }
    func seen(_ part: ClosedRange<Double>, _ count: Int) -> Range<Int> {
      let first = max(0, Int(part.lowerBound / unitsPerPixel)),
        end = Int((part.upperBound / unitsPerPixel).rounded(.up))
      return min(first, count - 1)..<max(min(end, count), min(first, count - 1) + 1)
    }
    let (columns, rows) = (seen(part.x, pixels.width), seen(part.y, pixels.height))
    guard let image = pixels.cropped(columns: columns, rows: rows, longest: 1200) else { return [] }
    func units(_ range: Range<Int>) -> ClosedRange<Double> {
      Double(range.lowerBound) * unitsPerPixel...Double(range.upperBound) * unitsPerPixel
    }
    return [ImageMark(image, x: units(columns), y: units(rows))]
  }
}

extension Tint {
  /// Dark in every theme: it lies on pictures.
  public static let outline = Tint.fixed(Color(hex: 0x1B2030))
}

extension PixelGrid {
  /// A part of the picture, over white, each pixel the mean of so many that neither side is longer than `longest`.
  func cropped(columns: Range<Int>, rows: Range<Int>, longest: Int) -> PixelImage? {
    let step = max(1, (max(columns.count, rows.count) + longest - 1) / longest)
    let (width, height) = ((columns.count + step - 1) / step, (rows.count + step - 1) / step)
    var pixels = [UInt8](repeating: 255, count: width * height * 4)
    for y in 0..<height {
      let block = rows.lowerBound + y * step..<min(rows.lowerBound + (y + 1) * step, rows.upperBound)
      for x in 0..<width {
        let across = columns.lowerBound + x * step..<min(columns.lowerBound + (x + 1) * step, columns.upperBound)
        var sum = SIMD3<Int>()
        for row in block {
          for column in across { sum &+= onWhite(4 * (row * self.width + column)) }
        }
        let count = block.count * across.count * 255
        for channel in 0..<3 { pixels[4 * (y * width + x) + channel] = UInt8(sum[channel] / count) }
      }
    }
    return PixelImage(width: width, height: height, rgba: pixels)
  }

  /// Red, green and blue over white, in 0 … 255 · 255.
  private func onWhite(_ start: Int) -> SIMD3<Int> {
    let opacity = Int(rgba[start + 3])
    return SIMD3(Int(rgba[start]), Int(rgba[start + 1]), Int(rgba[start + 2])) &* opacity &+ 255 &* (255 &- opacity)
  }
}
