import Evaluation
import Foundation
import Testing

/// What `Fixtures/make_truth.py` wrote: pycocotools' results, with its versions.
struct Truth: Decodable {
  struct Curve: Decodable {
    let category: Int
    let precision, scores: [Double]
  }
  struct DataSet: Decodable, CustomTestStringConvertible {
    let name: String
    /// The twelve.
    let numbers: [Double]
    let categories: [Int]
    /// Categories × ranges of areas, and × limits.
    let precisions, recalls: [[Double]]
    let curve: Curve?

    var testDescription: String { name }
    var truth: GroundTruth {
      get throws { try GroundTruth(contentsOf: fixture("\(name).annotations")) }
    }
    func results(_ truth: GroundTruth) throws -> [ScoredBox] {
      try truth.results(contentsOf: fixture("\(name).results"))
    }
  }

  let sets: [DataSet]

  static let sets: [DataSet] = {
    do {
      return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: URL(filePath: fixture("truth")))).sets
    } catch {
      fatalError("truth.json cannot be read: \(error)")
    }
  }()
}

func fixture(_ name: String) -> String {
  Bundle.module.path(forResource: name, ofType: "json", inDirectory: "Fixtures") ?? name
}
