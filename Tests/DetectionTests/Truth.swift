import Boxes
import Foundation
import Tensors
import Testing

@testable import Detection

/// What `Fixtures/truth.json` holds.
struct Truth: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let sum: Double, largest: Double
    let step: Int
    let samples: [Double]
  }
  struct Forward: Decodable {
    let model: String
    let height: Int, width: Int
    let levels: [Numbers]
    let logits: Numbers, deltas: Numbers
    let labels: [Int], scores: [Float], boxes: [[Double]]
  }
  struct Training: Decodable {
    struct Step: Decodable {
      let classification: Double, regression: Double, norm: Double
      let norms: [String: Double]
    }
    struct Target: Decodable {
      let boxes: [[Double]], labels: [Int]
      var objects: [LabelledBox] { zip(boxes, labels).map { LabelledBox(Box(edges: $0), label: $1) } }
    }
    let model: String
    let height: Int, width: Int
    let steps: [Step]
    let smoothL1: Double
    let targets: [Target]
    let buffers: [String: Double]
  }
  let forward: [Forward]
  let training: [Training]
  let counts: [String: [String: Int]]

  static func read() throws -> Truth {
    let url = try #require(Bundle.module.url(forResource: "truth", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }
}

extension Box {
  init(edges: [Double]) { self.init(xMin: edges[0], yMin: edges[1], xMax: edges[2], yMax: edges[3]) }
}

extension Truth.Numbers {
  /// How far a tensor is away, against the largest magnitude; infinite where its shape is another.
  func distance<Scalar>(to tensor: Tensor<Scalar>) -> Double {
    guard tensor.shape == shape else { return .infinity }
    let found = stride(from: 0, to: tensor.count, by: step).map { Double(tensor.scalars[$0]) }
    let sum = tensor.scalars.reduce(0) { $0 + Double($1) }
    let ofSamples = zip(found, samples).map { abs($0 - $1) }.max() ?? .infinity
    // A mean is never further away than the furthest number.
    return max(ofSamples, abs(sum - self.sum) / Double(tensor.count)) / largest
  }
}

// MARK: - The models of the truth

extension RetinaNetConfiguration {
  static func ofTruth(_ name: String) throws -> RetinaNetConfiguration {
    var configuration = torchvision(.standard)
    switch name {
    case "resNet18": configuration.backbone = .resNet18
    case "resNet50": configuration = torchvision(.zero)
    case "resNet50v2": configuration = torchvisionV2
    case "grouped":
      configuration = .small(.init(.bottleneck, blocks: [1, 1, 1, 1], groups: 32, groupWidth: 8))
      configuration.sixthLevel = .fromC5
    case "slim": configuration = .small(.init(.basic, blocks: [1, 1, 1, 1]))
    case "slimV2":
      configuration = .small(.init(.basic, blocks: [1, 1, 1, 1]))
      configuration.backboneNorm = .trained(.standard)
      configuration.sixthLevel = .fromC5
      configuration.subnetNorm = .groups(32)
    default: throw UnknownModel(name: name)
    }
    return configuration
  }

  private static func small(_ shape: ResidualShape) -> RetinaNetConfiguration {
    var configuration = torchvision(.standard)
    configuration.backbone = .custom(shape)
    configuration.channels = 64
    configuration.classes = .fromOne(5)
    return configuration
  }

  struct UnknownModel: Error { let name: String }
}
