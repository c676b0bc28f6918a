import TensorKernels

/// A normalisation whose means and variances are given: y = a x + c for each channel. A convolution before it can do that as well.
protocol ChannelLines {
  /// a and c of each channel; nil where they depend on what goes in.
  var channelLines: [PlaneLine]? { get }
}

extension FrozenNormalisation: ChannelLines where Scalar == Float {
  var channelLines: [PlaneLine]? {
    normalisation(ofPlanes: Array(0..<channels)).lines
  }
}

extension BatchNormalisation: ChannelLines where Scalar == Float {
  var channelLines: [PlaneLine]? {
    statistics == .running ? runningNormalisation(ofPlanes: Array(0..<weights.count)).lines : nil
  }
}
