import Foundation

/// Reading a chapter with all its figures, whole process, beside a fresh Python process that draws one figure of five
/// curves with matplotlib.
///
/// The chapter computes, trains its small detectors, weaves and prints in both cases. With its own parameters it draws only
/// figures that are not up to date; with others it draws them all.
struct ReadingBenchmark {
  let rounds: Int
  let python: String

  private let chapter = Chapter(number: 3)
  private let drawingAll = ["--alpha", "0.7"]

  func run() async throws {
    print("Reading \(chapter.product) with its figures, from the start of the process to its end")
    let executable = try await chapter.executable()
    let folder = FileManager.default.temporaryDirectory.appending(path: "benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    // A first drawing, not measured: it says the versions, and finds the fonts of this machine.
    let picture = folder.appending(path: "curves.png").path
    let peer = Peer(script: "five_curves.py", python: python, arguments: [picture])
    try await peer.run { presence, _ in try measure(executable, peer, presence) }
  }

  private func measure(_ executable: String, _ peer: Peer, _ presence: Peer.Presence) throws {
    func read(_ parameters: [String]) throws -> WholeProcess {
      try WholeProcess(executable, ["--plain", "--lang", "ko"] + parameters)
    }
    var upToDate = Measurement("here, figures up to date")
    var drawn = Measurement("here, all figures drawn (\(drawingAll.joined(separator: " ")))")
    var matplotlib = Measurement("Python, one figure with matplotlib")

    for parameters in [[], drawingAll] { _ = try read(parameters) }  // warm up
    for _ in 0..<rounds {
      upToDate.add(try read([]))
      if case .present = presence { matplotlib.add(try WholeProcess(peer.python, peer.words)) }
      drawn.add(try read(drawingAll))
    }

    print(upToDate.line)
    print(drawn.line)
    print("  → \((drawn.median / 1000).text(decimals: 2)) s with all figures drawn (limit 0.5)")
    switch presence {
    case .present(let versions):
      print(matplotlib.line + "   (\(versions))")
      let ratio = (matplotlib.median / drawn.median).text(decimals: 1)
      let ratioUpToDate = (matplotlib.median / upToDate.median).text(decimals: 1)
      print("  → \(ratio) times faster than matplotlib, \(ratioUpToDate) with figures up to date (at least 4)\n")
    case .missing(let reason):
      print("  matplotlib is not compared: \(reason)\n")
    }
  }
}
