import PNGCoding

/// How a camera was held: what has to be done to the stored picture so that it stands upright.
///
/// The numbers are those of EXIF.
enum Orientation: Int, Sendable, Hashable, CaseIterable {
  case upright = 1, mirrored, upsideDown, flipped, transposed, turnedRight, transverse, turnedLeft

  /// What an EXIF block says; upright where it says nothing, or nothing that can be understood.
  init(tiff: [UInt8]) {
    self = TIFFDirectory(tiff)?.short(tag: 0x0112).flatMap(Self.init) ?? .upright
  }

  /// Whether rows become columns.
  var swapsSides: Bool { rawValue >= Self.transposed.rawValue }
}

extension PixelGrid {
  /// The picture turned and mirrored so that it stands upright.
  func turned(_ orientation: Orientation) -> PixelGrid {
    // Where the new picture's first pixel is in the old one, and how far it is from there to the next on the right and below.
    let last = width * height - 1
    let (first, right, below) =
      switch orientation {
      case .upright: (0, 1, width)
      case .mirrored: (width - 1, -1, width)
      case .upsideDown: (last, -1, -width)
      case .flipped: (last - width + 1, 1, -width)
      case .transposed: (0, width, 1)
      case .turnedRight: (last - width + 1, -width, 1)
      case .transverse: (last, -width, -1)
      case .turnedLeft: (width - 1, width, -1)
      }
    guard orientation != .upright else { return self }

    let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
    var turned = [UInt8](repeating: 0, count: rgba.count)
    for row in 0..<rows {
      for column in 0..<columns {
        let (from, to) = (4 * (first + column * right + row * below), 4 * (row * columns + column))
        for channel in 0..<4 { turned[to + channel] = rgba[from + channel] }
      }
    }
    return PixelGrid(width: columns, height: rows, rgba: turned)
  }
}
