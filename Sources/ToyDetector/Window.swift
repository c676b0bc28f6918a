import Kernels

/// A window of a picture, and what it is: told by the distance of its centre to the nearest object.
public struct Window: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case object, background
    /// Beside an object, neither one nor the other, and left out, as in the paper.
    case ignored
  }

  /// Pixels from one window to the next.
  public static let step = 2

  /// Its centre in pixels.
  public let x: Int, y: Int
  public let kind: Kind

  // MARK: - All windows of a picture

  /// The windows of a picture, row by row: one every `step` pixels.
  public static func all(of picture: Picture) -> [Window] {
    let found = picture.shapes.filter(\.kind.isObject)
    let centres = stride(from: WindowFeatures.reach, to: picture.side - WindowFeatures.reach, by: step)
    return centres.flatMap { y in
      centres.map { x in
        let distance = found.reduce(.infinity) { min($0, max(abs(Double(x) - $1.x), abs(Double(y) - $1.y))) }
        return Window(x: x, y: y, kind: distance <= 1 ? .object : distance > 3 ? .background : .ignored)
      }
    }
  }
}

/// A window as a detector sees it.
public struct Candidate: Sendable {
  public let window: Window
  public let features: Lanes

  /// How much brighter its middle is than what surrounds it: the cheapest guess at whether anything is there.
  public var contrast: Double { features[0] }

  /// The candidates of a picture, row by row, without those that are ignored.
  public static func all(of picture: Picture) -> [Candidate] {
    let features = WindowFeatures(of: picture)
    return Window.all(of: picture).filter { $0.kind != .ignored }.map {
      Candidate(window: $0, features: features(x: $0.x, y: $0.y))
    }
  }
}
