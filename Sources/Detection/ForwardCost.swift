import Kernels
import Layers
import Tensors

/// What one image costs a network: the time of a forward pass, and the memory for what its layers give.
public struct ForwardCost: Sendable, Hashable, Codable {
  /// Of the image, in pixels.
  public let height, width: Int
  /// The shortest of five runs.
  public let seconds: Double
  /// Without the weights.
  public let bytes: Int

  /// Runs the network, on all threads.
  public init(of network: Network<Float>, height: Int, width: Int) {
    let plan = Plan(network, input: [1, 3, height, width]), image = Tensor<Float>(shape: plan.input, repeating: 0)
    (self.height, self.width) = (height, width)
    seconds = shortestTime { _ = plan.run(image) }
    bytes = 4 * plan.scalarCount
  }

  public var pixels: Int { height * width }
  public var secondsPerMillionPixels: Double { 1e6 * seconds / Double(pixels) }
}

/// The seconds that some work takes: the shortest of several runs, in which least else was going on.
///
/// - Parameter runs: at least 1.
public func shortestTime(runs: Int = 5, of work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<max(runs, 1)).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
