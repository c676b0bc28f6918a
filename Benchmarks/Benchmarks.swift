import ArgumentParser

/// Compares what is computed here with its peers, as ratios within one run.
///
///     swift run -c release benchmarks --python peers/bin/python
///     swift run benchmarks reading weaving
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Speed of this workbook beside its peers, in one run.")

  /// What can be compared, in the order in which it is.
  ///
  /// Whole processes come first, while this one is small: see `WholeProcess`.
  enum Comparison: String, CaseIterable, ExpressibleByArgument {
    case reading, weaving, evaluation, retinanet, growth
    case trainingStep = "training-step"
    /// Without a peer, and only where it is named.
    case steps
    case focalLoss = "focal-loss"
    case anchors, matching, nms
  }

  @Argument(help: "What is compared; all of it where nothing is named.")
  var comparisons: [Comparison] = []

  @Option(help: "How many threads both sides use for networks, losses, boxes and average precision.")
  var threads = 2

  @Option(help: "How often each side is measured; the median counts.")
  var rounds = 9

  @Option(help: "The Python that has the peers' packages.")
  var python = "python3"

  @Option(parsing: .upToNextOption, help: .hidden)
  var evaluate: [String] = []

  @Option(parsing: .upToNextOption, help: .hidden)
  var retinanet: [String] = []

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads \(threads): at least 1 thread works.") }
    guard rounds >= 1 else { throw ValidationError("--rounds \(rounds): at least 1 round is measured.") }
  }

  func run() async throws {
    if !evaluate.isEmpty { return try EvaluationProcess.run(evaluate, threads: threads) }
    if !retinanet.isEmpty { return try RetinaNetProcess.run(retinanet, threads: threads) }
    print(Machine.description)
    print("medians of \(rounds) rounds in turn\n")
    for comparison in Comparison.allCases
    where comparisons.isEmpty && comparison != .steps || comparisons.contains(comparison) {
      switch comparison {
      case .reading: try await ReadingBenchmark(rounds: rounds, python: python).run()
      case .weaving: try await WeavingBenchmark(rounds: rounds).run()
      case .evaluation:
        try await EvaluationBenchmark(threads: threads, rounds: rounds, python: python).run()
      case .retinanet: try await RetinaNetBenchmark(threads: threads, rounds: rounds, python: python).run()
      case .growth: try GrowthBenchmark(threads: threads, rounds: rounds).run()
      case .steps: StepsBenchmark(threads: threads, rounds: rounds).run()
      case .trainingStep:
        try await TrainingStepBenchmark(threads: threads, rounds: rounds, python: python).run()
      case .anchors: try await BoxesBenchmark(threads: threads, rounds: rounds, python: python).anchors()
      case .matching: try await BoxesBenchmark(threads: threads, rounds: rounds, python: python).matching()
      case .nms: try await BoxesBenchmark(threads: threads, rounds: rounds, python: python).suppression()
      case .focalLoss: try await FocalLossBenchmark(threads: threads, rounds: rounds, python: python).run()
      }
    }
  }
}
