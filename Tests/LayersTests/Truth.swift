import Tensors

/// What `Fixtures/truth.json` holds.
struct Truth: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let scalars: [Double]
    var tensor: Tensor<Double> { Tensor(shape: shape, scalars) }
  }
  struct Convolved: Decodable {
    let x: Numbers, weights: Numbers, biases: Numbers
    let stride: Int, padding: Int
    let y: Numbers, dy: Numbers, dx: Numbers, dWeights: Numbers, dBiases: Numbers
  }
  struct Pooled: Decodable {
    let x: Numbers
    let side: Int, stride: Int, padding: Int
    let y: Numbers, dy: Numbers, dx: Numbers
  }
  struct Descended: Decodable {
    let learningRate: Double, momentum: Double, weightDecay: Double
    let start: Numbers
    let gradients: [Numbers], after: [Numbers]
  }
  struct Network: Decodable {
    struct Training: Decodable {
      let alpha: Double?
      let gamma: Double
      let losses: [Double], norms: [Double]
    }
    let x: Numbers
    let targets: [Double]
    let start: [Numbers]
    let trainings: [Training]
  }
  let convolutions: [Convolved]
  let poolings: [Pooled]
  let descents: [Descended]
  let network: Network
}
