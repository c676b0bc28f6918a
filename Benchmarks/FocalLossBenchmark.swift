import Foundation
import Kernels
import Losses

/// Focal loss, forward and backward in one pass, over 100,000 anchors × 80 classes: beside one read and one write of the same
/// buffers, and beside PyTorch's usual composition.
struct FocalLossBenchmark {
  let threads: Int
  let rounds: Int
  let python: String

  private let anchors = 100_000
  private let classes = 80

  func run() async throws {
    print("Focal loss, forward + backward, \(anchors) anchors × \(classes) classes of Float logits, \(threads) threads")
    try await Peer(script: "focal_loss.py", python: python, arguments: ["\(threads)"]).run { presence, ask in
      try await measure(presence, ask)
    }
  }

  private func measure(_ presence: Peer.Presence, _ ask: () async throws -> Double?) async throws {
    var generator = SystemRandomNumberGenerator()
    let logits = (0..<anchors * classes).map { _ in Float.random(in: -7 ... -2, using: &generator) }
    let targets = (0..<anchors).map { $0.isMultiple(of: 100) ? AnchorTarget.object($0 % classes) : .background }
    var gradient = [Float](repeating: 0, count: logits.count)

    func loss(gamma: Double, _ gradient: inout [Float]) {
      var span = gradient.mutableSpan
      _ = focalLoss(
        logits: logits.span, targets: targets, classes: classes, alpha: 0.25, gamma: gamma, gradient: &span,
        threads: threads)
    }
    func forward() {
      _ = focalLoss(
        logits: logits.span, targets: targets, classes: classes, alpha: 0.25, gamma: 2, threads: threads)
    }
    func copy(_ gradient: inout [Float]) {
      var span = gradient.mutableSpan
      Kernels.copy(logits.span, into: &span, threads: threads)
    }

    var ours = Measurement("here, γ = 2")
    var ofAnyGamma = Measurement("here, γ = 1.5 (as any other than 0, 1, 2)")
    var onlyForward = Measurement("here, γ = 2, forward only")
    var floor = Measurement("one read and one write of the buffers")
    var peer = Measurement("PyTorch, γ = 2, composed, autograd")

    for _ in 0..<2 {  // warm up
      loss(gamma: 2, &gradient)
      copy(&gradient)
    }
    for _ in 0..<rounds {
      ours.measure { loss(gamma: 2, &gradient) }
      floor.measure { copy(&gradient) }
      ofAnyGamma.measure { loss(gamma: 1.5, &gradient) }
      onlyForward.measure { forward() }
      if let time = try await ask() {
        peer.add(milliseconds: time)
        try await Task.sleep(for: .milliseconds(50))  // its idle threads spin for a while, on our cores
      }
    }

    for side in [floor, ours, ofAnyGamma, onlyForward] { print(side.line) }
    print("  → \((ours.median / floor.median).text(decimals: 2)) times one read and one write (goal 3, limit 5)")
    switch presence {
    case .present(let versions):
      print(peer.line + "   (\(versions))")
      print("  → \((peer.median / ours.median).text(decimals: 1)) times faster than PyTorch (at least 10)\n")
    case .missing(let reason):
      print("  PyTorch is not compared: \(reason)\n")
    }
  }
}

extension Double {
  /// With so many decimals.
  func text(decimals: Int) -> String {
    String(format: "%.\(decimals)f", self)
  }
}
