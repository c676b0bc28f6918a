import Boxes
import Testing

@Suite struct BoxCoderTests {
  static let proper = everyKind.filter { !$0.isDegenerate && $0.isFinite && $0.width < 1e6 }

  @Test("decode undoes encode")
  func inverse() throws {
    for coder in [
      BoxCoder(largestLogRatio: 12), BoxCoder(weights: BoxDelta(dx: 10, dy: 10, dw: 5, dh: 5), largestLogRatio: 12),
    ] {
      for anchor in Self.proper {
        for box in Self.proper {
          #expect(agree(numbers(coder.decode(try coder.encode(box, anchor: anchor), anchor: anchor)), numbers(box)))
        }
      }
    }
  }

  @Test("no offset is the anchor itself, and a shift by its width is dx = 1")
  func examples() throws {
    let anchor = Box(x: 10, y: 10, width: 20, height: 40)
    #expect(try BoxCoder().encode(anchor, anchor: anchor) == .zero)
    #expect(BoxCoder().decode(.zero, anchor: anchor) == anchor)
    #expect(try BoxCoder().encode(Box(x: 30, y: 10, width: 20, height: 40), anchor: anchor).dx == 1)
  }

  @Test("a box never becomes wider than 1000/16 of its anchor, and NaN stays visible")
  func clamp() {
    let anchor = Box(x: 0, y: 0, width: 16, height: 16)
    let wild = BoxCoder().decode(BoxDelta(dx: 0, dy: 0, dw: 1e9, dh: .infinity), anchor: anchor)
    #expect(abs(wild.width - 1000) < 1e-9 && abs(wild.height - 1000) < 1e-9)
    #expect(BoxCoder().decode(BoxDelta(dx: 0, dy: 0, dw: .nan, dh: 0), anchor: anchor).width.isNaN)
  }

  @Test("a box without an inside has no offset")
  func refused() {
    let anchor = Box(x: 0, y: 0, width: 16, height: 16)
    for box in everyKind.filter({ ($0.isDegenerate || !$0.isFinite) && $0 == $0 }) {
      #expect(throws: BoxError.notABox(box)) { try BoxCoder().encode(box, anchor: anchor) }
      #expect(throws: BoxError.notABox(box)) { try BoxCoder().encode(anchor, anchor: box) }
    }
  }

  @Test("offsets and boxes are torchvision's")
  func torchvision() throws {
    for truth in Truth.torchvision.offsets {
      let coder = BoxCoder(weights: deltas(truth.weights)[0])
      let anchors = boxes(truth.anchors)
      let encoded = try zip(boxes(truth.boxes), anchors).map { try coder.encode($0, anchor: $1) }
      #expect(agree(encoded.flatMap { [$0.dx, $0.dy, $0.dw, $0.dh] }, truth.encoded))
      #expect(agree(coder.decode(deltas(truth.deltas), anchors: anchors).flatMap(numbers), truth.decoded))
    }
    func deltas(_ numbers: [Double]) -> [BoxDelta] {
      boxes(numbers).map { BoxDelta(dx: $0.xMin, dy: $0.yMin, dw: $0.xMax, dh: $0.yMax) }
    }
  }
}
