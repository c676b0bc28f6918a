import Foundation
import Tensors
import Testing

@testable import Layers

/// What `Fixtures/layers.json` holds.
struct LayersTruth: Decodable {
  typealias Numbers = Truth.Numbers
  struct Convolved: Decodable {
    let stride: Int, padding: Int, groups: Int
    let x: Numbers, weights: Numbers, y: Numbers, dy: Numbers, dx: Numbers, dWeights: Numbers
  }
  struct Running: Decodable {
    let means: Numbers, variances: Numbers
    var tensors: [Tensor<Double>] { [means.tensor, variances.tensor] }
  }
  struct BatchNormalised: Decodable {
    let epsilon: Double, momentum: Double
    let training: Bool
    let before: Running, after: Running
    let x: Numbers, weights: Numbers, biases: Numbers
    let y: Numbers, dy: Numbers, dx: Numbers, dWeights: Numbers, dBiases: Numbers
  }
  struct GroupNormalised: Decodable {
    let groups: Int
    let x: Numbers, weights: Numbers, biases: Numbers
    let y: Numbers, dy: Numbers, dx: Numbers, dWeights: Numbers, dBiases: Numbers
  }
  struct Upsampled: Decodable {
    let before: Int, after: Int
    let places: [Int]
  }
  struct Initialised: Decodable {
    let name: String
    let shape: [Int]
    let deviation: Double, largest: Double
  }
  struct Clipped: Decodable {
    let largest: Double, norm: Double
    let before: [Numbers], after: [Numbers]
  }
  struct Scheduled: Decodable {
    let rate: Double, start: Double, factor: Double
    let warmUp: Int
    let milestones: [Int]
    let rates: [Double]
  }
  struct Training: Decodable {
    let x: Numbers
    let targets: [Numbers]
    let start: [String: Numbers], end: [String: Numbers]
    let losses: [Double], norms: [Double]
  }
  let convolutions: [Convolved]
  let batches: [BatchNormalised]
  let groups: [GroupNormalised]
  let upsamplings: [Upsampled]
  let initialisers: [Initialised]
  let clippings: [Clipped]
  let schedules: [Scheduled]
  let training: Training

  static func read() throws -> LayersTruth {
    let url = try #require(Bundle.module.url(forResource: "layers", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(LayersTruth.self, from: Data(contentsOf: url))
  }
}
