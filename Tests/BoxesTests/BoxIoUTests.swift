import Boxes
import Testing

@Suite struct BoxIoUTests {
  @Test("IoU is symmetric and in [0, 1], also for boxes that are none")
  func symmetric() {
    for a in everyKind {
      for b in everyKind {
        let iou = a.intersectionOverUnion(b)
        #expect(iou == b.intersectionOverUnion(a))
        #expect((0...1).contains(iou))
      }
    }
  }

  @Test("a box has IoU 1 with itself, and 0 where it is none")
  func itself() {
    for box in everyKind {
      #expect(box.intersectionOverUnion(box) == (box.isDegenerate || !box.isFinite ? 0 : 1))
    }
  }

  @Test("boxes that only touch have IoU 0, and half of a box has IoU ½ with the whole")
  func examples() {
    let pixel = Box(xMin: 0, yMin: 0, xMax: 1, yMax: 1)
    #expect(pixel.intersectionOverUnion(Box(xMin: 1, yMin: 0, xMax: 2, yMax: 1)) == 0)
    #expect(pixel.intersectionOverUnion(Box(xMin: 0, yMin: 0, xMax: 2, yMax: 1)) == 0.5)
  }

  @Test("IoU does not change when both boxes are moved, enlarged or turned")
  func invariance() {
    for a in everyKind.prefix(20) {
      for b in everyKind.prefix(20) {
        let iou = a.intersectionOverUnion(b)
        #expect(abs(moved(a).intersectionOverUnion(moved(b)) - iou) < 1e-12)
        #expect(abs(turned(a).intersectionOverUnion(turned(b)) - iou) < 1e-12)
      }
    }
    func moved(_ box: Box) -> Box {
      Box(xMin: 3 * box.xMin + 8, yMin: 3 * box.yMin - 5, xMax: 3 * box.xMax + 8, yMax: 3 * box.yMax - 5)
    }
    func turned(_ box: Box) -> Box { Box(xMin: box.yMin, yMin: -box.xMax, xMax: box.yMax, yMax: -box.xMin) }
  }

  @Test("GIoU is symmetric, at most IoU, and at least −1")
  func generalized() {
    for a in everyKind {
      for b in everyKind {
        let giou = a.generalizedIntersectionOverUnion(b)
        #expect(giou == b.generalizedIntersectionOverUnion(a))
        #expect((-1...a.intersectionOverUnion(b)).contains(giou))
      }
    }
  }

  @Test("GIoU is IoU where one box holds the other, and falls with the distance where they do not meet")
  func distance() {
    let box = Box(x: 0, y: 0, width: 4, height: 4)
    let inner = Box(x: 1, y: 1, width: 2, height: 2)
    #expect(box.generalizedIntersectionOverUnion(inner) == box.intersectionOverUnion(inner))
    let apart = (1...9).map { box.generalizedIntersectionOverUnion(Box(x: 4 * Double($0), y: 0, width: 4, height: 4)) }
    #expect(apart.first == 0)
    #expect(zip(apart, apart.dropFirst()).allSatisfy { $0 > $1 })
  }
}

@Suite struct BoxIoUTruthTests {
  @Test("IoU and GIoU are torchvision's")
  func torchvision() {
    let truth = Truth.torchvision.overlaps
    let all = boxes(truth.boxes)
    let pairs = all.flatMap { a in all.map { b in (a, b) } }
    #expect(agree(pairs.map { $0.intersectionOverUnion($1) }, truth.iou))
    #expect(agree(pairs.map { $0.generalizedIntersectionOverUnion($1) }, truth.giou))
  }
}
