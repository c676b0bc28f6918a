import Layers

/// The four parts of a RetinaNet.
public enum DetectorPart: String, Sendable, CaseIterable {
  case backbone = "backbone.body"
  case pyramid = "backbone.fpn"
  case classificationSubnet = "head.classification_head"
  case boxSubnet = "head.regression_head"
}

extension RetinaNet {
  /// How many parameters a part has. What is frozen by construction, as `BackboneNorm.frozen` is, does not count; what all levels
  /// share counts once.
  public func parameterCount(of part: DetectorPart) -> Int { network.parameterCount(ofPart: part.rawValue) }

  /// How many parameters there are in all.
  public var parameterCount: Int { network.parameterCount() }

  /// How many products a part adds up on the way forward; a subnet does so for every level.
  ///
  /// - Parameter shape: of the pictures, N × 3 × H × W.
  public func multiplyAdds(of part: DetectorPart, for shape: [Int]) -> Int {
    network.multiplyAdds(ofPart: part.rawValue, for: shape)
  }
}
