import Foundation
import Subprocess

/// A Python script of `Benchmarks/peers`.
///
/// Its first line says who it is, or `missing …`. One that measures on request then answers each line that it gets by one
/// time in milliseconds; one that is measured from outside as a whole process ends.
struct Peer {
  let script: String
  let python: String
  let arguments: [String]

  /// What `python` is started with: the script and its arguments.
  var words: [String] {
    [URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers/\(script)").path] + arguments
  }

  enum Presence {
    case present(String)
    case missing(String)
  }

  /// Runs `body` with a way to ask for one time, or with why there is none.
  func run(_ body: (Presence, _ ask: () async throws -> Double?) async throws -> Void) async throws {
    do {
      _ = try await Subprocess.run(
        python.contains("/") ? .path(.init(python)) : .name(python), arguments: .init(words),
        input: .inputWriter, output: .sequence, error: .discarded
      ) { peer in
        var lines = peer.standardOutput.strings().makeAsyncIterator()
        let hello =
          try await lines.next()?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "missing: it said nothing"
        let presence = hello.hasPrefix("missing") ? Presence.missing(hello) : .present(hello)
        try await body(presence) {
          guard case .present = presence else { return nil }
          _ = try await peer.standardInputWriter.write("again\n")
          let time = try await lines.next().flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
          try await Task.sleep(for: .milliseconds(50))  // its idle threads spin for a while, on our cores
          return time
        }
        try await peer.standardInputWriter.finish()
      }
    } catch let error as SubprocessError {
      try await body(.missing("missing: \(python) does not start (\(error))")) { nil }
    }
  }
}

// MARK: - Comparing

extension Peer {
  /// Times `work` and the peer in turn and prints both.
  ///
  /// - Parameter goal: how many times faster `work` is to be.
  func race(_ ours: String, _ theirs: String, rounds: Int, atLeast goal: Double, _ work: () throws -> Void) async throws
  {
    var here = Measurement(ours), there = Measurement(theirs)
    try await run { presence, ask in
      for _ in 0..<rounds {
        try here.measure(work)
        if let time = try await ask() { there.add(milliseconds: time) }
      }
      print(here.line)
      presence.report(there, fasterThan: goal, here)
    }
  }
}

extension Peer.Presence {
  /// Prints the peer's time and how many times faster `ours` is, or why there is no peer.
  func report(_ theirs: Measurement, fasterThan goal: Double, _ ours: Measurement) {
    switch self {
    case .present(let versions):
      print(theirs.line + "   (\(versions))")
      let ratio = (theirs.median / ours.median).text(decimals: 2)
      print("  → \(ratio) times faster than \(theirs.name) (at least \(goal.text(decimals: 1)))\n")
    case .missing(let reason): print("  \(theirs.name) is not compared: \(reason)\n")
    }
  }
}
