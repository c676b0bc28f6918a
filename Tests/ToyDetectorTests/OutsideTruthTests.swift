import Foundation
import Kernels
import Testing

@testable import ToyDetector

/// Against scikit-learn and automatic differentiation; `Fixtures/truth.py` says with which versions.
@Suite struct OutsideTruthTests {
  struct Truth: Decodable {
    struct Case: Decodable {
      let objects: [Double], backgrounds: [Double], counts: [Double]
      let averagePrecision: Double
    }
    struct Network: Decodable {
      let alpha: Double?
      let gamma: Double, loss: Double
      let gradient: [Double]
    }
    let rankings: [Case]
    let parameters: [Double]
    let features: [[Double]]
    let targets: [Double]
    let networks: [Network]
  }

  let truth: Truth

  init() throws {
    let url = try #require(Bundle.module.url(forResource: "truth", withExtension: "json", subdirectory: "Fixtures"))
    truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  @Test func `average precision agrees with scikit-learn`() {
    for ranking in truth.rankings {
      let backgrounds = zip(ranking.backgrounds, ranking.counts).map { (score: $0, count: $1) }
      let found = Ranking(objects: ranking.objects, backgrounds: backgrounds).averagePrecision
      #expect(abs(found - ranking.averagePrecision) < 1e-14)
    }
  }

  @Test func `loss and gradient agree with automatic differentiation`() {
    var classifier = WindowClassifier(prior: 0.5, seed: 1)
    classifier.parameters.flat = truth.parameters
    let candidates = CandidateSet(features: truth.features.map { Lanes($0) }, targets: Lanes(truth.targets))
    for network in truth.networks {
      let method: TrainingMethod =
        switch (network.alpha, network.gamma) {
        case (nil, _): .crossEntropy
        case (let alpha?, 0): .balancedCrossEntropy(alpha: alpha)
        case (let alpha?, let gamma): .focalLoss(alpha: alpha, gamma: gamma)
        }
      let pass = BatchPass(
        method, classifier, candidates, batch: candidates.batches[0], selection: candidates.counts)
      let loss = pass.record.loss.objects + pass.record.loss.backgrounds
      #expect(abs(loss - network.loss) < 1e-13 * network.loss)
      for (found, expected) in zip(pass.gradient, network.gradient) { #expect(abs(found - expected) < 1e-12) }
    }
  }
}
