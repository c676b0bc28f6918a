import Foundation
import Kernels
import Layers

/// The forward pass of RetinaNet-R50 at 600 × 600 px, backbone and heads, beside PyTorch eager, compiled by inductor, and OpenVINO.
///
/// Weights are random on each side. That outputs agree is tested elsewhere.
struct RetinaNetBenchmark {
  let threads: Int
  let rounds: Int
  let python: String

  private static let side = 600
  /// Processes of their own take seconds each, so they are fewer.
  private var processes: Int { max(1, rounds / 3) }

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "retinanet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print("Forward pass of RetinaNet-R50, 1 × 3 × \(Self.side) × \(Self.side), \(threads) threads")
    var peers = ["eager", "inductor", "openvino"].map { RetinaNetPeer($0, folder: folder, in: self) }
    for index in peers.indices { try await peers[index].prepare() }
    let whole = try wholeProcesses(&peers, folder)
    let alone = try await inTurn(&peers)
    let multiplyAdds = Double(RetinaNetProcess.multiplyAdds(side: Self.side))
    let speed = (2 * multiplyAdds / alone.median / 1e6).text(decimals: 0)
    print("\(alone.line)   \((multiplyAdds / 1e9).text(decimals: 1)) G multiply–adds: \(speed) GFLOP/s")
    for peer in peers { peer.report(alone: alone) }
    print("  as whole processes with one forward pass; ours reads weights from a file, and decodes:")
    print(whole.line)
    for peer in peers { peer.report(whole: whole) }
    let fastest = peers.map(\.alone.median).filter { !$0.isNaN }.min()
    if let fastest {
      let ratio = (fastest / alone.median).text(decimals: 2)
      print("  → \(ratio) times faster than the fastest of them (goal 2, at least 1.5)")
    }
    print("")
  }

  // MARK: - Processes of their own

  private func wholeProcesses(_ peers: inout [RetinaNetPeer], _ folder: URL) throws -> Measurement {
    let weights = folder.appending(path: "weights.safetensors").path
    let program = ProcessInfo.processInfo.arguments[0]
    _ = try WholeProcess(program, ["--retinanet", weights])
    var ours = Measurement("here")
    for _ in 0..<processes {
      ours.add(
        try WholeProcess(
          program, ["--threads", "\(threads)", "--retinanet", weights, "\(Self.side)", "\(Self.side)"]))
      for index in peers.indices { try peers[index].measureWhole() }
    }
    return ours
  }

  // MARK: - The forward pass alone, in turn

  private func inTurn(_ peers: inout [RetinaNetPeer]) async throws -> Measurement {
    let forward = RetinaNetProcess.forward(height: Self.side, width: Self.side, threads: threads)
    for _ in 0..<2 { forward() }  // warm up
    var ours = Measurement("here")
    for index in peers.indices { try await peers[index].measureAlone(beside: forward, &ours, rounds: rounds) }
    if ours.median.isNaN { for _ in 0..<rounds { ours.measure(forward) } }
    return ours
  }

  // MARK: - A peer

  private struct RetinaNetPeer {
    let name: String
    let peer: Peer
    private var presence = Peer.Presence.missing("it was not asked")
    private var whole: Measurement
    private(set) var alone: Measurement

    init(_ name: String, folder: URL, in benchmark: RetinaNetBenchmark) {
      let side = "\(RetinaNetBenchmark.side)"
      self.name = name
      peer = Peer(
        script: "retinanet.py", python: benchmark.python,
        arguments: [name, "\(benchmark.threads)", side, side, folder.path])
      (whole, alone) = (Measurement(name), Measurement(name))
    }

    /// Has it convert or compile the model, and finds out whether it is there.
    mutating func prepare() async throws {
      var presence = self.presence
      try await Peer(script: peer.script, python: peer.python, arguments: peer.arguments + ["prepare"])
        .run { answer, _ in presence = answer }
      self.presence = presence
    }

    mutating func measureWhole() throws {
      if case .present = presence { whole.add(try WholeProcess(peer.python, peer.words + ["once"])) }
    }

    mutating func measureAlone(beside forward: () -> Void, _ ours: inout Measurement, rounds: Int) async throws {
      guard case .present = presence else { return }
      var times: [Double] = []
      try await peer.run { _, ask in
        for _ in 0..<rounds {
          ours.measure(forward)
          if let time = try await ask() { times.append(time) }
        }
      }
      for time in times { alone.add(milliseconds: time) }
    }

    func report(alone ours: Measurement) {
      switch presence {
      case .present(let versions):
        print("\(alone.line)   \(alone.multiple(of: ours)) times ours (\(versions))")
      case .missing(let reason): print("  \(name) is not compared: \(reason)")
      }
    }

    func report(whole ours: Measurement) {
      if case .present = presence { print("\(whole.line)   \(whole.multiple(of: ours)) times ours") }
    }
  }
}
