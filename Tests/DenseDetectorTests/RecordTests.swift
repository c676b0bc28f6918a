import Foundation
import Testing

@testable import DenseDetector

/// The record of chapter 5, in samples: `swift run chapter5 weave --check --train` trains all of it again, in a minute or two.
@Suite struct RecordTests {
  private struct Record: Decodable {
    let results: Results
    struct Results: Decodable {
      let study: DenseStudy  // seeds 1 … 5
      let tuning: DenseStudy  // seeds 6 … 10
    }
  }

  private static let record = Result {
    let chapter = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "chapters/5-prior-initialization")
    return try JSONDecoder().decode(Record.self, from: Data(contentsOf: chapter.appending(path: "training.json")))
  }

  @Test(
    "trained again, step by step the same, whatever the loss and the start",
    arguments: [crossEntropy(0.5), crossEntropy(0.01), focal(0.5), focal(0.01)], [1, 4])
  func followed(training: DenseTraining, seed: Int) throws {
    let kept = try Self.record.get().results.study[training].trials[seed - 1]
    #expect(kept.losses.count == training.steps)
    #expect(training.run(seed: UInt64(seed)) == kept)
  }

  @Test(
    "trained again, the same in the end, with other priors, rates and numbers of steps",
    arguments: [
      (crossEntropy(0.0001), 1), (focal(0.0001), 5), (crossEntropy(0.1), 2), (focal(0.001), 3),
      (crossEntropy(0.5, rate: 0.0001), 4), (crossEntropy(0.01, rate: 0.03), 5), (crossEntropy(0.5, steps: 500), 2),
      (focal(0.01, steps: 500), 3),
    ])
  func summarised(training: DenseTraining, seed: Int) throws {
    let kept = try Self.record.get().results.study[training].trials[seed - 1]
    var again = training.run(seed: UInt64(seed))
    again.forgetSteps()
    #expect(again == kept)
  }

  @Test("trained again, the same with the seeds that chose the rate", arguments: [0.0003, 0.003, 0.01])
  func tuning(rate: Double) throws {
    let training = Self.crossEntropy(0.01, rate: rate)
    let kept = try Self.record.get().results.tuning[training].trials[0]
    var again = training.run(seed: 6)
    again.forgetSteps()
    #expect(again == kept)
  }

  private static func crossEntropy(_ prior: Double, rate: Double = 0.003, steps: Int = 100) -> DenseTraining {
    DenseTraining(prior: prior, gamma: 0, learningRate: rate, steps: steps)
  }

  private static func focal(_ prior: Double, steps: Int = 100) -> DenseTraining {
    DenseTraining(prior: prior, alpha: 0.25, gamma: 2, learningRate: 0.003, steps: steps)
  }
}
