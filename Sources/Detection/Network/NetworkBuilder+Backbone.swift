import Layers

// He et al., *Deep residual learning for image recognition*, CVPR 2016; names and the place of the strides as in torchvision,
// which halves the side in a bottleneck's 3×3 convolution where the paper's first one does.

extension NetworkBuilder {
  /// The backbone.
  ///
  /// - Returns: C2 to C5, what the four stages give; Cₗ is 2ˡ times smaller than the picture.
  mutating func residual(
    _ shape: ResidualShape, norm: BackboneNorm, _ x: Value, named name: String
  ) -> [Value] {
    let stem = normalised(
      convolution(from: 3, to: shape.width, side: 7, stride: 2, weights: .kaimingBackward, bias: nil), norm, x,
      named: name + ".conv1", norm: name + ".bn1")
    let rectified = rectify(stem, named: name + ".relu")
    var x = network.add(MaximumPooling(side: 3, stride: 2, padding: 1), named: name + ".maxpool", to: rectified)
    var channels = shape.width
    return shape.blocks.enumerated().map { stage, blocks in
      for block in 0..<blocks {
        x = self.block(
          shape, stage, from: channels, stride: stage > 0 && block == 0 ? 2 : 1, norm, x,
          named: "\(name).layer\(stage + 1).\(block)")
        channels = shape.channels(stage)
      }
      return x
    }
  }

  /// y = ReLU(F(x) + x), where x is brought to the shape of F(x) if it has another.
  private mutating func block(
    _ shape: ResidualShape, _ stage: Int, from inputs: Int, stride: Int, _ norm: BackboneNorm, _ x: Value,
    named name: String
  ) -> Value {
    let inner = shape.innerChannels(stage), outputs = shape.channels(stage)
    let layers: [(side: Int, channels: Int, stride: Int, groups: Int)] =
      switch shape.block {
      case .basic: [(3, outputs, stride, 1), (3, outputs, 1, 1)]
      case .bottleneck: [(1, inner, 1, 1), (3, inner, stride, shape.groups), (1, outputs, 1, 1)]
      }
    var y = x, channels = inputs
    for (index, layer) in layers.enumerated() {
      if index > 0 { y = rectify(y, named: "\(name).relu\(index)") }
      y = normalised(
        convolution(
          from: channels, to: layer.channels, side: layer.side, stride: layer.stride, groups: layer.groups,
          weights: .kaimingBackward, bias: nil), norm, y, named: "\(name).conv\(index + 1)",
        norm: "\(name).bn\(index + 1)")
      channels = layer.channels
    }
    var shortcut = x
    if stride > 1 || inputs != outputs {
      shortcut = normalised(
        convolution(from: inputs, to: outputs, side: 1, stride: stride, weights: .kaimingBackward, bias: nil), norm, x,
        named: name + ".downsample.0", norm: name + ".downsample.1")
    }
    return rectify(network.sum(y, shortcut), named: name + ".relu")
  }

  /// A convolution without bias, and a normalisation of its channels.
  private mutating func normalised(
    _ convolution: Convolution<Scalar>, _ norm: BackboneNorm, _ x: Value, named name: String, norm normName: String
  ) -> Value {
    let y = network.add(convolution, named: name, to: x), channels = convolution.weights.shape[0]
    return switch norm {
    case .frozen(let epsilon):
      network.add(FrozenNormalisation(channels: channels, epsilon: epsilon.value), named: normName, to: y)
    case .trained(let epsilon):
      network.add(BatchNormalisation(channels: channels, epsilon: epsilon.value), named: normName, to: y)
    }
  }
}
