import ArgumentParser
import Kernels

/// Compares what is computed here with its peers, as ratios within one run.
///
///     swift run -c release benchmarks --python peers/bin/python
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Speed of this workbook beside its peers, in one run.")

  @Option(help: "How many threads both sides use.")
  var threads = 2

  @Option(help: "How often each side is measured; the median counts.")
  var rounds = 9

  @Option(help: "The Python that has the peers' packages.")
  var python = "python3"

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads \(threads): at least 1 thread works.") }
    guard rounds >= 1 else { throw ValidationError("--rounds \(rounds): at least 1 round is measured.") }
  }

  func run() async throws {
    print(Machine.description)
    print("\(threads) threads, medians of \(rounds) rounds in turn\n")
    try await FocalLossBenchmark(threads: threads, rounds: rounds, python: python).run()
  }
}
