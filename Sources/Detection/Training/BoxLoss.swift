import Boxes
import Kernels

/// The loss of the box subnet, for each of the four offsets of an anchor that is assigned to an object.
public enum BoxLoss: Sendable, Hashable {
  /// |d|, the distance to the target: so in torchvision.
  case l1
  /// d² / 2β below β, and |d| − β/2 above: round at the target, and straight where a wild guess would give a huge slope.
  /// - Source: Girshick, *Fast R-CNN*, ICCV 2015, Eq. (3), with β = 1; Lin et al. 2017, §4.1, says no β.
  case smoothL1(beta: Double)

  public static let paper = smoothL1(beta: 1)

  /// L(d) and dL/dd for the distance d of an offset to its target.
  func valueAndSlope(_ distance: Double) -> (value: Double, slope: Double) {
    let magnitude = abs(distance), sign: Double = distance > 0 ? 1 : distance < 0 ? -1 : 0
    switch self {
    case .l1: return (magnitude, sign)
    case .smoothL1(let beta):
      require(beta, >, 0, "β of smooth L1 is above 0")
      return magnitude < beta ? (distance * distance / (2 * beta), distance / beta) : (magnitude - beta / 2, sign)
    }
  }
}
