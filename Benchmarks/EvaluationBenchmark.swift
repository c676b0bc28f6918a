import Evaluation
import Foundation

/// Average precision of 5,000 images × 100 detections in 80 categories, beside pycocotools and faster-coco-eval: whole
/// processes from two JSON files to twelve numbers, and evaluation alone of what has been read.
struct EvaluationBenchmark {
  let threads: Int
  let rounds: Int
  let python: String

  /// pycocotools takes a minute a time, so it is measured less often.
  private func rounds(of peer: String) -> Int { peer == "pycocotools" ? max(1, rounds / 4) : rounds }

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = SyntheticDataSet(folder: folder)
    try data.write()
    print("Average precision, 5000 images × 100 detections, 80 categories, \(threads) threads")
    print("  annotations \(data.megabytes(data.annotations)) MB, results \(data.megabytes(data.results)) MB of JSON")
    try await compare(data)
  }

  private func compare(_ data: SyntheticDataSet) async throws {
    var whole = Measurement("here, whole process"), reading = Measurement("here, only reading the annotations")
    for _ in 0..<rounds {
      whole.add(try WholeProcess(ProcessInfo.processInfo.arguments[0], data.arguments(threads: threads)))
      reading.add(
        try WholeProcess(ProcessInfo.processInfo.arguments[0], ["--evaluate", data.annotations.path]))
    }
    print(reading.line)
    print(whole.line)
    var peers = ["pycocotools", "faster-coco-eval"].map {
      EvaluationPeer($0, rounds: rounds(of: $0), python: python, data: data)
    }
    for index in peers.indices { try await peers[index].measureWhole() }

    let truth = try GroundTruth(contentsOf: data.annotations.path)
    let results = try truth.results(contentsOf: data.results.path)
    let numbers = try truth.quality(of: results, threads: threads).cocoNumbers
    var alone = Measurement("here, evaluation alone")
    for index in peers.indices {
      try await peers[index].measureAlone {
        alone.measure { _ = try? truth.quality(of: results, threads: threads) }
      }
    }
    print(alone.line)
    for peer in peers { peer.report(whole: whole, alone: alone, numbers: numbers) }
    print("")
  }
}

/// What `benchmarks --evaluate annotations results` does: one whole process of ours.
enum EvaluationProcess {
  static func run(_ paths: [String], threads: Int) throws {
    let truth = try GroundTruth(contentsOf: paths[0])
    guard paths.count > 1 else { return }
    print(try truth.quality(of: truth.results(contentsOf: paths[1]), threads: threads).cocoNumbers)
  }
}

/// One of the peers, and what was measured of it.
private struct EvaluationPeer {
  let name: String
  private let rounds: Int
  private let peer: Peer
  private var presence = Peer.Presence.missing("it was not asked")
  private var numbers: [Double] = []
  private var whole: Measurement
  private var alone: Measurement

  init(_ name: String, rounds: Int, python: String, data: SyntheticDataSet) {
    (self.name, self.rounds) = (name, rounds)
    peer = Peer(
      script: "coco_evaluation.py", python: python, arguments: [name, data.annotations.path, data.results.path])
    let times = rounds == 1 ? "once" : "\(rounds) rounds"
    whole = Measurement("\(name), whole process, \(times)")
    alone = Measurement("\(name), evaluation alone, \(times)")
  }

  mutating func measureWhole() async throws {
    // Whether it is there is asked with no work to do.
    let question = Peer(script: peer.script, python: peer.python, arguments: [name])
    var presence = self.presence
    try await question.run { answer, _ in presence = answer }
    self.presence = presence
    guard case .present = presence else { return }
    for _ in 0..<rounds { whole.add(try WholeProcess(peer.python, peer.words + ["once"])) }
  }

  /// Measures it and us in turn.
  mutating func measureAlone(_ ours: () -> Void) async throws {
    guard case .present = presence else { return }
    var times: [Double] = [], numbers: [Double] = []
    try await peer.run { _, ask in
      for _ in 0..<12 { if let number = try await ask() { numbers.append(number) } }
      for _ in 0..<rounds {
        ours()
        if let time = try await ask() { times.append(time) }
      }
    }
    for time in times { alone.add(milliseconds: time) }
    self.numbers = numbers
  }

  func report(whole ours: Measurement, alone oursAlone: Measurement, numbers expected: [Double]) {
    if case .missing(let reason) = presence { return print("  \(name) is not compared: \(reason)") }
    if case .present(let versions) = presence { print(whole.line + "   (\(versions))") }
    print(alone.line)
    let difference = zip(numbers, expected).map { abs($0 - $1) }.max() ?? .nan
    print(
      "  → \((whole.median / ours.median).text(decimals: 1)) times faster than \(name) as whole processes, "
        + "\((alone.median / oursAlone.median).text(decimals: 1)) times in evaluation alone")
    print("  → its \(numbers.count) numbers differ from ours by at most \(difference)")
  }
}
