import Layers

// Lin et al. 2017, *Focal loss for dense object detection*, §4: four 3×3 convolutions with ReLU, and a fifth one; the same
// parameters for all levels, but not the same for classes and boxes. Names as in torchvision.

// MARK: - A subnet over all levels

extension NetworkBuilder {
  /// One of the two subnets, applied to each level.
  ///
  /// - Parameters:
  ///   - outputs: channels of the last convolution.
  ///   - bias: with which it begins.
  ///   - last: its name.
  /// - Returns: what it says of each level.
  mutating func subnet(
    over levels: [Value], channels: Int, depth: Int, norm: SubnetNorm, outputs: Int, bias: Double, named name: String,
    last: String
  ) -> [Value] {
    var x = levels
    for index in 0..<depth {
      let name = "\(name).conv.\(index)"
      let weights = convolution(
        from: channels, to: channels, side: 3, weights: .gaussian(deviation: 0.01), bias: norm == .none ? 0 : nil)
      var layers = [network.declare(weights, named: name + ".0")]
      if case .groups(let groups) = norm {
        layers.append(
          network.declare(GroupNormalisation<Scalar>(channels: channels, groups: groups), named: name + ".1"))
      }
      layers.append(network.declare(Rectifier<Scalar>(), named: "\(name).\(layers.count)"))
      x = x.map { x in layers.reduce(x) { network.apply($1, to: $0) } }
    }
    let logits = network.declare(
      convolution(from: channels, to: outputs, side: 3, weights: .gaussian(deviation: 0.01), bias: bias),
      named: name + "." + last)
    return x.map { network.apply(logits, to: $0) }
  }
}
