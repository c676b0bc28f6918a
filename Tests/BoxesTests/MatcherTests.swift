import Boxes
import Kernels
import Testing

@Suite struct MatcherTests {
  static let anchors: BoxList = {
    guard let image = try? ImageSize(width: 256, height: 200) else { return [] }
    return AnchorGenerator.paper.anchors(for: image)
  }()

  static let objects: BoxList = {
    var random = SplitMix64(seed: 8)
    return BoxList(
      (0..<20).map { _ in
        Box(
          x: random.uniform(in: -20...200), y: random.uniform(in: -20...150), width: random.uniform(in: 1...120),
          height: random.uniform(in: 1...120))
      })
  }()

  /// The rule, word for word, over all pairs.
  static func plain(_ anchors: BoxList, _ boxes: BoxList, _ matcher: Matcher) -> [AnchorMatch] {
    anchors.map { anchor in
      let overlaps = boxes.map { anchor.intersectionOverUnion($0) }
      guard let best = overlaps.max(), let index = overlaps.firstIndex(of: best) else { return .background }
      if best >= matcher.objectThreshold { return .object(index) }
      return best < matcher.backgroundThreshold ? .background : .ignored
    }
  }

  @Test("matching is the rule over all pairs")
  func rule() {
    let found = Matcher.paper.match(anchors: Self.anchors, to: Self.objects)
    #expect(found == Self.plain(Self.anchors, Self.objects, .paper))
    #expect(Set(found).count > 5)
  }

  @Test(
    "any number of anchors, also one that fills no vector", arguments: [0, 1, 15, 16, 17, 127, 128, 129, 2047, 2049])
  func remainders(_ count: Int) throws {
    let anchors = BoxList(Array(Self.anchors.suffix(count)))
    for matcher in [Matcher.paper, try Matcher(objectThreshold: 0.2, backgroundThreshold: 0.1)] {
      #expect(matcher.match(anchors: anchors, to: Self.objects) == Self.plain(anchors, Self.objects, matcher))
    }
  }

  @Test("one, two and five threads match alike", arguments: [Matcher.paper, .torchvision])
  func threads(_ matcher: Matcher) {
    let one = matcher.match(anchors: Self.anchors, to: Self.objects, threads: 1)
    for threads in [2, 5] {
      #expect(matcher.match(anchors: Self.anchors, to: Self.objects, threads: threads) == one)
    }
  }

  @Test(
    "without objects everything is background, and without anchors there is nothing",
    arguments: [Matcher.paper, .torchvision])
  func none(_ matcher: Matcher) throws {
    #expect(matcher.match(anchors: Self.anchors, to: []).allSatisfy { $0 == .background })
    #expect(matcher.match(anchors: [], to: Self.objects).isEmpty)
    #expect(matcher.match(anchors: [], to: []).isEmpty)
    #expect(
      try Matcher(objectThreshold: 0, backgroundThreshold: 0).match(anchors: Self.anchors, to: [])[0] == .background)
  }

  @Test("a higher threshold never gives an object more anchors")
  func monotone() throws {
    var before = Set(Self.anchors.indices)
    for threshold in stride(from: 0.4, through: 1, by: 0.05) {
      let matches = try Matcher(objectThreshold: threshold).match(anchors: Self.anchors, to: Self.objects)
      let now = Set(matches.indices.filter { if case .object = matches[$0] { true } else { false } })
      #expect(now.isSubset(of: before))
      before = now
    }
  }

  @Test("kept low-quality matches only add: whoever has an object keeps it, and no object is left without")
  func lowQuality() {
    let dropped = Matcher.paper.match(anchors: Self.anchors, to: Self.objects)
    let kept = Matcher.torchvision.match(anchors: Self.anchors, to: Self.objects)
    for (before, after) in zip(dropped, kept) {
      if case .object = before { #expect(after == before) }
    }
    #expect(dropped != kept)
  }

  @Test("a box that is none, or that is everywhere, matches nothing and disturbs nothing")
  func none() {
    let strange: [Box] = [
      Box(xMin: .nan, yMin: 0, xMax: 50, yMax: 50), Box(xMin: 50, yMin: 50, xMax: 10, yMax: 10),
      Box(xMin: 20, yMin: 20, xMax: 20, yMax: 90), Box(xMin: -1e300, yMin: -1e300, xMax: 1e300, yMax: 1e300),
      Box(xMin: 0, yMin: 0, xMax: 9, yMax: .nan),
    ]
    let found = Matcher.paper.match(anchors: Self.anchors, to: BoxList(Array(Self.objects) + strange))
    #expect(found == Matcher.paper.match(anchors: Self.anchors, to: Self.objects))
    let alone = Matcher.paper.match(anchors: BoxList(strange), to: BoxList(strange))
    #expect(alone.allSatisfy { $0 == .background })
  }

  @Test("overlaps tell every object the best it gets")
  func overlaps() {
    let overlaps = Overlaps(anchors: Self.anchors, boxes: Self.objects)
    for (box, best) in zip(Self.objects, overlaps.ofBoxes) {
      let truth = Self.anchors.reduce(0) { max($0, $1.intersectionOverUnion(box)) }
      #expect(abs(Double(best) - truth) < 1e-6)
    }
  }

  @Test("thresholds that cross, or lie outside [0, 1], are refused")
  func thresholds() {
    for (object, background) in [(0.4, 0.5), (1.5, 0.4), (0.5, -0.1)] {
      #expect(throws: BoxError.thresholds(object: object, background: background)) {
        try Matcher(objectThreshold: object, backgroundThreshold: background)
      }
    }
    #expect(throws: BoxError.self) { try Matcher(objectThreshold: .nan) }
  }

  @Test("matches are torchvision's, one by one")
  func torchvision() throws {
    let anchors = AnchorGenerator.torchvision.anchors(for: try ImageSize(width: 256, height: 256))
    for truth in Truth.torchvision.matches {
      let matcher = try Matcher(
        objectThreshold: truth.object, backgroundThreshold: truth.background,
        lowQualityMatches: truth.lowQuality ? .kept : .dropped)
      let found = matcher.match(anchors: anchors, to: boxes(truth.boxes)).map { match in
        switch match {
        case .object(let index): index
        case .background: -1
        case .ignored: -2
        }
      }
      #expect(found == truth.matches)
    }
  }
}
