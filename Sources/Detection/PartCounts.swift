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

  /// How many convolutions a part has, and how often they are applied on the way forward: once, or once for every level.
  public func convolutions(of part: DetectorPart) -> (layers: Int, uses: Int) {
    let names = zip(network.layerNames, network.layers).filter {
      $0.hasPrefix(part.rawValue + ".") && $1 is Convolution<Scalar>
    }
    let own = Set(names.map(\.0))
    let uses = network.steps.count { step in
      if case .layer(let layer, _) = step { own.contains(network.layerNames[layer.index]) } else { false }
    }
    return (own.count, uses)
  }

  /// How many products a part adds up on the way forward; a subnet does so for every level.
  ///
  /// - Parameter shape: of the pictures, N × 3 × H × W.
  public func multiplyAdds(of part: DetectorPart, for shape: [Int]) -> Int {
    network.multiplyAdds(ofPart: part.rawValue, for: shape)
  }
}
