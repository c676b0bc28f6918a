import Boxes
import Detection
import Foundation
import Kernels
import Layers
import Tensors
import Weights

/// What `benchmarks --retinanet weights [height width]` does: without a size it writes weights, with one it reads them and finds what it
/// finds in one picture.
enum RetinaNetProcess {
  static func run(_ words: [String], threads: Int) throws {
    guard words.count == 3, let height = Int(words[1]), let width = Int(words[2]) else {
      return try RetinaNet<Float>(.torchvision(), start: .random(seed: 1)).write(to: words[0])
    }
    let plan = try plan(weights: words[0], height: height, width: width, threads: threads)
    let size = try ImageSize(width: width, height: height)
    print(plan.objects(in: picture(height: height, width: width), sizes: [size])[0].count)
  }

  /// The detector itself is not kept.
  private static func plan(weights: String, height: Int, width: Int, threads: Int) throws -> RetinaNetPlan {
    var detector = RetinaNet<Float>(.torchvision(), start: .zeros)
    _ = try detector.load(WeightFile(at: weights))
    return try (consume detector).plan(for: [1, 3, height, width], threads: threads)
  }

  /// A forward pass, to be repeated.
  static func forward(height: Int, width: Int, threads: Int) -> () -> Void {
    let detector = RetinaNet<Float>(.torchvision(), start: .random(seed: 1))
    let plan = Plan(detector.network, input: [1, 3, height, width], threads: threads)
    let picture = picture(height: height, width: width)
    return { _ = plan.run(picture) }
  }

  static func multiplyAdds(side: Int) -> Int {
    RetinaNet<Float>(.torchvision(), start: .zeros).network.multiplyAdds(for: [1, 3, side, side]).values.reduce(0, +)
  }

  static func picture(_ count: Int = 1, height: Int, width: Int) -> Tensor<Float> {
    var random = SplitMix64(seed: 2)
    return Tensor(
      shape: [count, 3, height, width],
      (0..<count * 3 * height * width).map { _ in Float(random.uniform(in: -2...2)) })
  }
}
