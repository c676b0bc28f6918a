/// The network that sees the picture first, without its classifier.
///
/// - Source: He et al., *Deep residual learning for image recognition*, CVPR 2016, Table 1; Xie et al., *Aggregated residual
///   transformations for deep neural networks*, CVPR 2017, for ResNeXt.
public enum Backbone: Sendable, Hashable {
  case resNet18, resNet34, resNet50, resNet101
  /// 32×8d: 32 groups, each of 8 channels in the first stage. The paper's largest.
  case resNeXt101
  /// Of other sizes: a network that trains on one's own machine, say.
  case custom(ResidualShape)

  /// Its blocks and widths.
  public var shape: ResidualShape {
    switch self {
    case .resNet18: ResidualShape(.basic, blocks: [2, 2, 2, 2])
    case .resNet34: ResidualShape(.basic, blocks: [3, 4, 6, 3])
    case .resNet50: ResidualShape(.bottleneck, blocks: [3, 4, 6, 3])
    case .resNet101: ResidualShape(.bottleneck, blocks: [3, 4, 23, 3])
    case .resNeXt101: ResidualShape(.bottleneck, blocks: [3, 4, 23, 3], groups: 32, groupWidth: 8)
    case .custom(let shape): shape
    }
  }
}

/// How a residual network is made of blocks: four stages, each after the first with twice the channels and half the side.
public struct ResidualShape: Sendable, Hashable {
  public enum Block: Sendable, Hashable {
    /// Two 3×3 convolutions.
    case basic
    /// 1×1 to fewer channels, 3×3, and 1×1 to four times as many.
    case bottleneck
  }

  public let block: Block
  /// How many blocks each of the four stages has.
  public let blocks: [Int]
  /// Channels of the first stage's 3×3 convolutions where there is one group, and of the stem.
  public let width: Int
  /// Into how many groups the channels of a bottleneck's 3×3 convolutions fall; each output sees one group.
  public let groups: Int
  /// Channels of each group in the first stage; nil where they are as many as `width` says.
  public let groupWidth: Int?

  public init(_ block: Block, blocks: [Int], width: Int = 64, groups: Int = 1, groupWidth: Int? = nil) {
    (self.block, self.blocks, self.width) = (block, blocks, width)
    (self.groups, self.groupWidth) = (groups, groupWidth)
  }

  /// Channels inside the blocks of a stage, counted from 0.
  func innerChannels(_ stage: Int) -> Int { (groupWidth ?? width / groups) * groups << stage }

  /// Channels that come out of a stage, counted from 0.
  public func channels(_ stage: Int) -> Int {
    switch block {
    case .basic: width << stage
    case .bottleneck: 4 * width << stage
    }
  }
}
