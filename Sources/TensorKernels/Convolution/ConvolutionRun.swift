/// One of several runs of a convolution, over pictures of a size of their own.
public struct ConvolutionRun: Sendable {
  /// What goes in, and what comes out.
  public let x: BlockedTensor, y: BlockedTensor
  /// What is added, in the shape of y; it may be y.
  public var residual: BlockedTensor?
  /// In the shape of y: where it is not above 0, y becomes 0.
  public var mask: BlockedTensor?

  public init(_ x: BlockedTensor, into y: BlockedTensor, residual: BlockedTensor? = nil, mask: BlockedTensor? = nil) {
    (self.x, self.y, self.residual, self.mask) = (x, y, residual, mask)
  }
}
