import Boxes

/// An object of a picture that a detector learns from: where it is, and what.
public struct LabelledBox: Sendable, Hashable {
  /// In pixels of what the network sees.
  public var box: Box
  /// The index of its class, in 0 ..< K.
  public var label: Int

  public init(_ box: Box, label: Int) {
    (self.box, self.label) = (box, label)
  }
}
