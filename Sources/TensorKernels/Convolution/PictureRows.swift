import Kernels

/// Pictures whose rows can be laid out with the channels of each place side by side.
protocol PictureRows {
  var pictures: Int { get }
  var height: Int { get }
  var width: Int { get }
  /// - Parameter to: width × channels numbers, overwritten; the fifteen behind them may be as well.
  func writeRow(_ row: Int, ofPicture n: Int, channels: Int, to: UnsafeMutablePointer<Float>)
}

extension BlockedPlanes: PictureRows {
  /// For up to sixteen channels: each place is written as a whole vector, of which the next one overwrites what is not a channel.
  func writeRow(_ row: Int, ofPicture n: Int, channels: Int, to: UnsafeMutablePointer<Float>) {
    let from = plane(0, ofPicture: n) + row * width * 16
    for column in 0..<width { store(load(from + column * 16), to: to + column * channels) }
  }
}

/// Pictures of N × C × H × W, one channel after the other.
struct PlanarPictures: PictureRows {
  let pictures: Int, height: Int, width: Int
  let start: UnsafePointer<Float>

  func writeRow(_ row: Int, ofPicture n: Int, channels: Int, to: UnsafeMutablePointer<Float>) {
    for channel in 0..<channels {
      let from = start + ((n * channels + channel) * height + row) * width
      for column in 0..<width { to[column * channels + channel] = from[column] }
    }
  }
}
