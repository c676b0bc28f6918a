import PNGCoding
import Plotting

extension PixelGrid {
  /// Red, green, blue and opacity at a place.
  subscript(x: Int, y: Int) -> [Int] {
    rgba[(y * width + x) * 4..<(y * width + x) * 4 + 4].map(Int.init)
  }

  /// The smallest rectangle of whole pixels that holds all those darker than mid-grey, or nil.
  var darkBounds: (left: Int, top: Int, right: Int, bottom: Int)? {
    var bounds: (left: Int, top: Int, right: Int, bottom: Int)?
    for y in 0..<height {
      for x in 0..<width where self[x, y][1] < 128 {
        let old = bounds ?? (x, y, x, y)
        bounds = (min(old.left, x), min(old.top, y), max(old.right, x), max(old.bottom, y))
      }
    }
    return bounds
  }
}

/// Whether each channel is within `tolerance` of the other's.
func isNear(_ a: [Int], _ b: [Int], tolerance: Int = 2) -> Bool {
  zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
}

let white = Color(hex: 0xFFFFFF)
let black = Color(hex: 0x000000)
