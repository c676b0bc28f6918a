// MARK: - An offset

/// How a box differs from an anchor: its centre moved by shares of the anchor's size, its size a factor's logarithm.
///
/// - Source: Girshick et al. 2014, *Rich feature hierarchies*, appendix C; Lin et al. 2017, §4.
public struct BoxDelta: Sendable, Hashable {
  /// Shares of the anchor's width and height; no unit.
  public var dx, dy: Double
  /// Natural logarithms of the factors of width and height.
  public var dw, dh: Double

  public init(dx: Double, dy: Double, dw: Double, dh: Double) {
    (self.dx, self.dy, self.dw, self.dh) = (dx, dy, dw, dh)
  }

  /// No offset: the box is the anchor.
  public static let zero = BoxDelta(dx: 0, dy: 0, dw: 0, dh: 0)
}
