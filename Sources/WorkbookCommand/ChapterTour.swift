import ArgumentParser
import Console
import Foundation
import Localization

/// Runs a command in several chapters, as many at a time as the machine has cores, and tells of them in their order.
struct ChapterTour {
  /// A chapter, and what is asked of it.
  struct Stop: Sendable {
    let product: String
    let arguments: [String]
  }

  let products: BuiltProducts
  let builds: Bool
  var width = ProcessInfo.processInfo.activeProcessorCount

  /// Visits all stops and hands over how each of them ended, in order, as soon as those before it have ended.
  ///
  /// Chapters are built one after another, because a package is built by one at a time, while others run already.
  /// - Throws: what `told` throws; programs that still run are ended before.
  func visit(_ stops: [Stop], told: (Int, BuiltProducts.Outcome) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: (Int, BuiltProducts.Outcome).self) { group in
      var ended: [Int: BuiltProducts.Outcome] = [:]
      var next = 0
      func tell(_ result: (index: Int, outcome: BuiltProducts.Outcome)) throws {
        ended[result.index] = result.outcome
        while let outcome = ended.removeValue(forKey: next) {
          try told(next, outcome)
          next += 1
        }
      }
      for (index, stop) in stops.enumerated() {
        if index >= width, let result = try await group.next() { try tell(result) }
        if builds, let failure = try await products.build(stop.product) {
          try tell((index, failure))
        } else {
          let products = products
          group.addTask { (index, try await products.run(stop.product, stop.arguments)) }
        }
      }
      while let result = try await group.next() { try tell(result) }
    }
  }

  /// Visits all stops and prints what each of them says, under a line of progress.
  ///
  /// - Throws: `ExitCode` of the first chapter that fails, after all had their turn; a command line that is not
  ///   understood ends the tour at once, because the next chapter would only repeat the complaint.
  func print(_ stops: [Stop]) async throws {
    var failure: Int32?
    func announce(_ index: Int) {
      guard index < stops.count else { return }
      let command = stops[index].arguments.first ?? ""
      StandardStreams.complain("[\(index + 1)/\(stops.count)] \(stops[index].product) \(command)")
    }
    announce(0)
    try await visit(stops) { index, outcome in
      try StandardStreams.send(outcome.output, to: .output)
      try StandardStreams.send(outcome.complaint, to: .error)
      if outcome.status != 0 { failure = failure ?? outcome.status }
      if outcome.status == ExitStatus.usage { throw ExitCode(outcome.status) }
      announce(index + 1)
    }
    if let failure { throw ExitCode(failure) }
  }
}

/// How chapters are built before they run.
struct BuildOptions: ParsableArguments {
  @Flag(help: .init(ko: "장을 다시 빌드하지 않고 빌드된 것을 씁니다", en: "use the chapters as they were built last"))
  var skipBuild = false

  func tour() throws(SisterError) -> ChapterTour {
    ChapterTour(products: BuiltProducts(folder: try .ofThisProcess()), builds: !skipBuild)
  }
}
