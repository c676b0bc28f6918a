import Foundation
import Testing

/// What `Fixtures/make_truth.py` wrote: the paper's formulas in thousands of digits, and PyTorch's results.
struct Truth: Decodable {
  struct Binary: Decodable {
    struct Focal: Decodable { var gamma, loss, slope: Double }
    struct Star: Decodable { var gamma, beta, loss, slope: Double }

    var xt, sigmoid, logSigmoid, softplus, crossEntropy, crossEntropySlope: Double
    var focal: [Focal]
    var star: [Star]
  }

  struct Softmax: Decodable {
    struct Focal: Decodable {
      var gamma, loss: Double
      var gradient: [Double]
    }
    struct Target: Decodable {
      var crossEntropy: Double
      var gradient: [Double]
      var focal: [Focal]
    }

    var logits, softmax: [Double]
    var logSumExp, entropy: Double
    var targets: [Target]
  }

  var binary: [Binary]
  var softmax: [Softmax]

  static let losses = read("losses", as: Truth.self)
}

struct PyTorchTruth: Decodable {
  struct Binary: Decodable {
    var logits: [Double]
    var targets: [UInt8]
    var losses, gradient: [Double]
  }
  struct Softmax: Decodable {
    var logits: [[Double]]
    var targets: [Int]
    var meanCrossEntropy: Double
    var gradient: [[Double]]
    var alpha, gamma, meanFocal: Double
    var focalGradient: [[Double]]
  }

  var binary: Binary
  var softmax: Softmax

  static let losses = read("pytorch", as: PyTorchTruth.self)
}

private func read<T: Decodable>(_ name: String, as type: T.Type) -> T {
  do {
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  } catch {
    fatalError("the truth \(name).json cannot be read: \(error)")
  }
}

/// `found` is within 1e-12 of `truth`, relatively, where that is a normal `Double`; elsewhere of its sign and at most 1e-307.
func agrees(_ found: Double, _ truth: Double, within tolerance: Double = 1e-12) -> Bool {
  if truth.magnitude >= .leastNormalMagnitude {
    abs(found - truth) <= tolerance * truth.magnitude
  } else {
    found.magnitude <= 1e-307 && (found == 0 || truth == 0 || found.sign == truth.sign)
  }
}

/// (f(x + h) − f(x − h)) / 2h with a step that suits x.
func centralDifference(_ f: (Double) -> Double, at x: Double, step: Double = 1e-5) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
}

/// The gradient of f at x, one coordinate after the other.
func centralDifference(_ f: ([Double]) -> Double, at x: [Double], step: Double = 1e-5) -> [Double] {
  x.indices.map { i in
    centralDifference(
      { value in
        var moved = x
        moved[i] = value
        return f(moved)
      }, at: x[i], step: step)
  }
}
