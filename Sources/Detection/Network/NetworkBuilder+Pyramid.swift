import Boxes
import Layers

// Lin et al., *Feature pyramid networks for object detection*, CVPR 2017; P6 and P7: Lin et al. 2017, *Focal loss*, §4,
// footnote 2. Names as in torchvision.

// MARK: - The feature pyramid

extension NetworkBuilder {
  /// The feature pyramid over C3, C4, C5.
  ///
  /// From the top down each level is a 1×1 convolution of the backbone's, plus the level above, enlarged to its size; a 3×3
  /// convolution of the sum is what comes out. P6 is a convolution of stride 2, P7 another of ReLU(P6).
  ///
  /// - Parameters:
  ///   - c: C3, C4, C5, and their channels.
  ///   - levels: those that are asked for, from P3 on.
  mutating func pyramid(
    over c: [(value: Value, channels: Int)], _ levels: [PyramidLevel], channels: Int, sixth: SixthLevel,
    named name: String
  ) -> [Value] {
    var inner: [Value] = [], outer: [Value] = []
    for (index, c) in c.enumerated() {
      let lateral = convolution(from: c.channels, to: channels, side: 1, weights: .uniform, bias: 0)
      inner.append(network.add(lateral, named: "\(name).inner_blocks.\(index).0", to: c.value))
    }
    for index in inner.indices.dropLast().reversed() {
      inner[index] = network.sum(inner[index], network.upsample(inner[index + 1], toSizeOf: inner[index]))
    }
    for (index, sum) in inner.enumerated() {
      let smoothing = convolution(from: channels, to: channels, side: 3, weights: .uniform, bias: 0)
      outer.append(network.add(smoothing, named: "\(name).layer_blocks.\(index).0", to: sum))
    }
    guard levels.contains(.p6), let p5 = outer.last, let c5 = c.last else { return Array(outer.prefix(levels.count)) }
    let below = sixth == .fromC5 ? c5 : (value: p5, channels: channels)
    let halving = convolution(from: below.channels, to: channels, side: 3, stride: 2, weights: .uniform, bias: 0)
    let p6 = network.add(halving, named: name + ".extra_blocks.p6", to: below.value)
    guard levels.contains(.p7) else { return outer + [p6] }
    let again = convolution(from: channels, to: channels, side: 3, stride: 2, weights: .uniform, bias: 0)
    let p7 = network.add(again, named: name + ".extra_blocks.p7", to: rectify(p6, named: name + ".extra_blocks.relu"))
    return outer + [p6, p7]
  }
}
