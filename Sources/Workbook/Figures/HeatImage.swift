import Plotting

extension PixelImage {
  /// A map of numbers as colours, from dark blue (low) over green to yellow (high); each number is a pixel.
  ///
  /// The ramp gets brighter all the way, so that it can be read without its hues. - Source: after matplotlib's viridis.
  /// - Parameters:
  ///   - values: row by row from the top, `width` in each.
  ///   - range: what is darkest and brightest; what lies beyond is as dark, or as bright.
  /// - Returns: nil where the rows are not all full, or there is none.
  public init?(width: Int, heat values: [Double], in range: ClosedRange<Double>) {
    guard width > 0, values.count % width == 0 else { return nil }
    let span = range.upperBound - range.lowerBound
    self.init(
      width: width, height: values.count / width,
      rgba: values.flatMap { value in
        HeatRamp.color(at: span > 0 ? (value - range.lowerBound) / span : 0).bytes
      })
  }
}

enum HeatRamp {
  static let stops: [Color] = [0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725].map { Color(hex: $0) }

  /// - Parameter share: 0 … 1; not a number is 0.
  static func color(at share: Double) -> Color {
    let place = min(max(share.isNaN ? 0 : share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2), rest = place - Double(index)
    let (low, high) = (stops[index], stops[index + 1])
    return Color(
      red: low.red + rest * (high.red - low.red), green: low.green + rest * (high.green - low.green),
      blue: low.blue + rest * (high.blue - low.blue))
  }
}

extension Color {
  fileprivate var bytes: [UInt8] { [red, green, blue, 1].map { UInt8(($0 * 255).rounded()) } }
}
