import Kernels
import Plotting

/// What lies behind the objects: patches of colours that run into each other, with noise; and strokes that are no object.
struct Backdrop: Sendable {
  /// The colour around which the patches vary.
  let base: Color
  let image: PixelImage

  /// How far the colour is from grey, how far patches vary, and pixels within them; each channel is in [0, 1].
  private static let tint = 0.1, variation = 0.12, noise: Float = 0.03
  /// How many patches stand along a side.
  private static let patches = 5

  init(_ random: inout SplitMix64) {
    let grey = random.uniform(in: 0.2...0.8)
    let base = (0..<3).map { _ in grey + Self.tint * random.uniform(in: -1...1) }
    let corners = (0..<Self.patches * Self.patches).map { _ in
      SIMD3(base.map { Float($0 + Self.variation * random.uniform(in: -1...1)) })
    }
    self.base = Color(red: base[0], green: base[1], blue: base[2])
    image = Self.image(corners, &random)
  }

  /// Between the corners of a patch colours change evenly: colour = Σ weight · corner.
  private static func image(_ corners: [SIMD3<Float>], _ random: inout SplitMix64) -> PixelImage {
    let side = ShapeScene.side, step = Float(patches - 1) / Float(side)
    var rgba = [UInt8](repeating: 255, count: 4 * side * side)
    var pixels = rgba.mutableSpan
    for y in 0..<side {
      let row = Int(step * Float(y)), down = step * Float(y) - Float(row)
      let colors = (0..<patches).map { column in
        let corner = row * patches + column
        return corners[corner] + (corners[corner + patches] - corners[corner]) * down
      }
      for x in 0..<side {
        let column = Int(step * Float(x)), right = step * Float(x) - Float(column)
        let color = colors[column] + (colors[column + 1] - colors[column]) * right
        let bits = random.next()
        for channel in 0..<3 {
          let grain = Float(bits &>> (16 * UInt64(channel)) & 0xFFFF) / 32768 - 1
          pixels[4 * (y * side + x) + channel] = UInt8(min(max(color[channel] + noise * grain, 0), 1) * 255 + 0.5)
        }
      }
    }
    guard let image = PixelImage(width: side, height: side, rgba: rgba) else {
      fatalError("four bytes for each pixel: found \(rgba.count), against \(4 * side * side)")
    }
    return image
  }

  // MARK: - Colours and strokes

  /// A bright or deep colour, far from grey.
  static func vivid(_ random: inout SplitMix64) -> Color {
    while true {
      let color = Color(red: random.uniform(), green: random.uniform(), blue: random.uniform())
      let channels = [color.red, color.green, color.blue]
      if (channels.max() ?? 0) - (channels.min() ?? 0) > 0.55 { return color }
    }
  }

  /// One to four unfilled strokes of two to four corners each, anywhere.
  static func strokes(_ random: inout SplitMix64) -> [SceneElement] {
    (0..<1 + random.index(below: 4)).map { _ in
      let side = Double(ShapeScene.side)
      let points = (0..<2 + random.index(below: 3)).map { _ in
        Point(x: random.uniform(in: 0...side), y: random.uniform(in: 0...side))
      }
      return .path(.polyline(points), stroke: Stroke(vivid(&random), width: random.uniform(in: 0.8...2.5)))
    }
  }
}
