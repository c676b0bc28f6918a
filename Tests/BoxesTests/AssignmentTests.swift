import Boxes
import Testing

@Suite struct AssignmentTests {
  private let anchors = MatcherTests.anchors

  @Test("every anchor is counted once")
  func counts() {
    let matches = Matcher.paper.match(anchors: anchors, to: MatcherTests.objects)
    let counts = AssignmentCounts(matches, objects: MatcherTests.objects.count)
    #expect(counts.object + counts.ignored + counts.background == anchors.count)
    #expect(counts.ofObjects[0] == matches.count { $0 == .object(0) })
    #expect(counts.orphans == counts.ofObjects.indices.filter { counts.ofObjects[$0] == 0 })
    #expect(AssignmentCounts([], objects: 0).backgroundsPerObject.isNaN)
    #expect(AssignmentCounts([.background], objects: 1).backgroundsPerObject == .infinity)
  }

  @Test("the best anchor of a box is the first with its largest IoU; a box far off has none")
  func bestAnchor() {
    let far = Box(x: 1e4, y: 1e4, width: 9, height: 9)
    let boxes = BoxList(Array(MatcherTests.objects) + [far])
    let overlaps = Overlaps(anchors: anchors, boxes: boxes)
    for box in MatcherTests.objects.indices {
      let best = overlaps.bestAnchor(of: box)
      let all = anchors.map { $0.intersectionOverUnion(boxes[box]) }
      #expect(best.map { abs(all[$0] - (all.max() ?? 0)) < 1e-6 } == true)
    }
    #expect(overlaps.bestAnchor(of: boxes.count - 1) == nil)
  }

  @Test(
    "the reason why an object has no anchor is its size, its shape, its place, or another object",
    arguments: [
      (Box(centerX: 100, centerY: 100, width: 22, height: 22), MissingAnchor.tooSmall),
      (Box(centerX: 100, centerY: 100, width: 2000, height: 2000), .tooLarge),
      (Box(centerX: 100, centerY: 100, width: 400, height: 10), .shape),
      (Box(centerX: 0, centerY: 0, width: 32, height: 32), .place),
      (Box(x: 5, y: 5, width: 0, height: 0), .tooSmall),
    ])
  func reasons(_ box: Box, _ reason: MissingAnchor) {
    #expect(AnchorGenerator.paper.whyMissing(box, best: 0.1, threshold: 0.5) == reason)
    #expect(AnchorGenerator.paper.whyMissing(box, best: 0.6, threshold: 0.5) == .taken)
  }

  @Test("where the reason is size or shape, no place would give an anchor")
  func bounds() {
    for width in stride(from: 4.0, through: 1600, by: 61) {
      for height in stride(from: 4.0, through: 1600, by: 61) {
        let box = Box(centerX: 0, centerY: 0, width: width, height: height)
        let best = PyramidLevel.allCases.flatMap(AnchorGenerator.paper.cellAnchors)
          .reduce(0) { max($0, $1.intersectionOverUnion(box)) }
        let reason = AnchorGenerator.paper.whyMissing(box, best: 0, threshold: 0.5)
        #expect((reason == .place) == (best >= 0.5), "\(width) × \(height)")
      }
    }
  }

  @Test("three scales and three ratios are the paper's; none of either is refused")
  func regular() throws {
    let regular = try AnchorGenerator.regular(scales: 3, ratios: 3)
    #expect(regular.aspectRatios == AnchorGenerator.paper.aspectRatios)
    for (a, b) in zip(regular.octaveScales, AnchorGenerator.paper.octaveScales) { #expect(abs(a - b) < 1e-15) }
    let two = try AnchorGenerator.regular(scales: 1, ratios: 2)
    #expect(abs(two.aspectRatios[0] * two.aspectRatios[1] - 1) < 1e-15)
    #expect(throws: BoxError.noAnchors) { try AnchorGenerator.regular(scales: 0, ratios: 3) }
    #expect(throws: BoxError.noAnchors) { try AnchorGenerator.regular(scales: 3, ratios: 0) }
  }
}
