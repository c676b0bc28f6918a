import Boxes
import Foundation
import Kernels

/// Anchors, matching and suppression beside torchvision, on the same boxes.
struct BoxesBenchmark {
  let threads: Int
  let rounds: Int
  let python: String

  /// 800 × 1333 px: 200,700 anchors.
  private static func anchors() throws -> BoxList {
    AnchorGenerator.torchvision.anchors(for: try ImageSize(width: 1333, height: 800))
  }

  func anchors() async throws {
    let image = try ImageSize(width: 1333, height: 800)
    try await compare(
      "Anchors of 800 × 1333 px", "anchors", Input(boxes: Self.spread(50)), goal: 5
    ) { AnchorGenerator.torchvision.anchors(for: image).count }
  }

  func matching() async throws {
    let anchors = try Self.anchors()
    let boxes = Self.spread(50)
    let list = BoxList(boxes)
    for (name, matcher) in [("", Matcher.paper), (", low-quality matches kept", .torchvision)] {
      try await compare(
        "IoU and matching of \(anchors.count) anchors with \(boxes.count) boxes\(name)", "matching",
        Input(boxes: boxes, lowQuality: matcher.lowQualityMatches == .kept), goal: 30
      ) {
        matcher.match(anchors: anchors, to: list, threads: threads)
          .count { if case .object = $0 { true } else { false } }
      }
    }
  }

  func suppression() async throws {
    for (name, boxes) in [("all over the image", Self.spread(5000)), ("in 50 heaps", Self.heaps(5000))] {
      let input = Input(boxes: boxes)
      let list = BoxList(boxes)
      try await compare("Suppression of 5000 boxes \(name), IoU 0.5", "nms", input, goal: 20) {
        nonMaximumSuppression(boxes: list, scores: input.scores).count
      }
    }
  }

  // MARK: - Boxes

  /// What both sides get.
  private struct Input: Encodable {
    var boxes: [Float]
    var scores: [Float]
    var lowQuality: Bool

    init(boxes: [Box], lowQuality: Bool = false) {
      var random = SplitMix64(seed: 2)
      self.boxes = boxes.flatMap { [Float($0.xMin), Float($0.yMin), Float($0.xMax), Float($0.yMax)] }
      scores = boxes.map { _ in Float(random.uniform()) }
      self.lowQuality = lowQuality
    }
  }

  private static func spread(_ count: Int) -> [Box] {
    var random = SplitMix64(seed: 1)
    return (0..<count).map { _ in
      Box(
        centerX: random.uniform(in: 0...1333), centerY: random.uniform(in: 0...800),
        width: random.uniform(in: 20...300), height: random.uniform(in: 20...300))
    }
  }

  /// Around each of 50 objects, many guesses.
  private static func heaps(_ count: Int) -> [Box] {
    var random = SplitMix64(seed: 3)
    let objects = spread(50)
    return (0..<count).map { index in
      let object = objects[index % objects.count]
      return Box(
        centerX: object.center.x + 0.08 * object.width * random.nearlyNormal(),
        centerY: object.center.y + 0.08 * object.height * random.nearlyNormal(),
        width: object.width * (1 + 0.15 * random.nearlyNormal()),
        height: object.height * (1 + 0.15 * random.nearlyNormal()))
    }
  }

  // MARK: - Both sides in turn

  private func compare(
    _ title: String, _ comparison: String, _ input: Input, goal: Double, _ work: () -> Int
  ) async throws {
    print("\(title), \(threads) threads")
    let file = FileManager.default.temporaryDirectory.appending(path: "boxes-\(UUID().uuidString).json")
    try JSONEncoder().encode(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let peer = Peer(script: "boxes.py", python: python, arguments: ["\(threads)", comparison, file.path])
    var found = 0
    for _ in 0..<2 { found = work() }  // warm up
    try await peer.race("here; it finds \(found)", "torchvision", rounds: rounds, atLeast: goal) { found = work() }
  }
}
