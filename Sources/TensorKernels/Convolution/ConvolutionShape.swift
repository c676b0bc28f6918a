import Kernels

/// What a convolution takes and gives, apart from how large its pictures are.
///
/// y[n, o, i, j] = b[o] + Σ w[o, c, u, v] · x[n, c, s i + u − p, s j + v − p], summed over the places u, v of the window and the
/// input channels c of the group that o belongs to; beyond the edge x is 0.
public struct ConvolutionShape: Sendable, Hashable {
  /// C, C′.
  public let inputs: Int, outputs: Int
  /// The side of the window, s, and p.
  public let side: Int, stride: Int, padding: Int
  /// Into how many groups channels are divided that have nothing to do with each other.
  public let groups: Int

  public init(inputs: Int, outputs: Int, side: Int, stride: Int = 1, padding: Int = 0, groups: Int = 1) {
    require(min(inputs, outputs, groups), >=, 1, "channels and groups are counted from 1")
    require(side, >=, 1, "a window's side is 1 or more")
    require(stride, >=, 1, "a window moves on by 1 or more")
    require(padding, in: 0...side - 1, "no window stands wholly over the edge")
    require(inputs % groups, ==, 0, "groups share the input channels evenly")
    require(outputs % groups, ==, 0, "groups share the output channels evenly")
    (self.inputs, self.outputs) = (inputs, outputs)
    (self.side, self.stride, self.padding, self.groups) = (side, stride, padding, groups)
  }

  /// C′ × (C / groups) × side².
  public var weightCount: Int { outputs * inputs / groups * side * side }

  /// ⌊(length + 2 p − side) / s⌋ + 1: how many windows stand side by side.
  public func outputLength(_ length: Int) -> Int {
    require(length + 2 * padding, >=, side, "the window fits into the padded picture")
    return (length + 2 * padding - side) / stride + 1
  }

  /// Products of one number with one weight, for each picture.
  public func multiplyAdds(height: Int, width: Int) -> Int {
    weightCount * outputLength(height) * outputLength(width)
  }
}

// MARK: - Groups

extension ConvolutionShape {
  /// How many groups are computed as one, with weights of 0 between them, so that channels come in whole sixteens.
  var bundledGroups: Int {
    (1...groups).first { count in
      groups % count == 0 && count * inputs / groups % 16 == 0 && count * outputs / groups % 16 == 0
    } ?? groups
  }

  var bundles: Int { groups / bundledGroups }
  /// Of one bundle.
  var bundleInputs: Int { inputs / bundles }
  var bundleOutputs: Int { outputs / bundles }

  /// Which input channels of a bundle one of its output channels sees, and where its weight of the first of them lies, at the
  /// first place of the window; those of the next channel lie side² behind.
  func weights(bundle: Int, output: Int) -> (inputs: Range<Int>, first: Int) {
    let (inputsEach, outputsEach) = (inputs / groups, outputs / groups)
    let group = output / outputsEach
    return (
      group * inputsEach..<(group + 1) * inputsEach, (bundle * bundleOutputs + output) * inputsEach * side * side
    )
  }
}
