import Boxes
import Foundation
import Grading
import Kernels

extension Chapter7 {
  // MARK: - 7.8: from an anchor and an offset to a box of the image

  static let decoding = CodeTask(
    call: "decodeBox(offset: q.list(), anchor: q.list(), width: q.whole(), height: q.whole())",
    questions: { random in
      let usual = (0..<20).map { _ in
        let offset = (0..<4).map { _ in random.hundredths(in: -1...1) }
        return question(offset, random.box(sizes: 8...40, within: 100), width: 90, height: 70)
      }
      // Wild guesses of an untrained network.
      let wild = (0..<6).map { _ in
        let (width, height) = (Double(random.pick(2...6)), Double(random.pick(2...6)))
        let offset = [0, 0, random.hundredths(in: 4.5...9), random.hundredths(in: 4.5...9)]
        return question(
          offset, Box(centerX: 500, centerY: 300, width: width, height: height), width: 1000, height: 600)
      }
      let outside = question([9, 0, 0, 0], Box(xMin: 40, yMin: 20, xMax: 60, yMax: 50), width: 90, height: 70)
      return usual + wild + [outside]
    },
    truth: { q in Decoded(&q).answer },
    laws: [
      CodeTask.Law(
        "zero",
        of: { random in [question([0, 0, 0, 0], random.box(sizes: 8...40, within: 64), width: 64, height: 64)] },
        hold: { questions, answers in
          var reader = questions[0].reader
          _ = reader.list()
          return answers[0].agrees(with: reader.list())
        }),
      // Decoding undoes encoding, where the box lies in the image.
      CodeTask.Law(
        "undoes",
        of: { random in
          let (box, anchor) = (random.box(sizes: 8...40, within: 100), random.box(sizes: 8...40, within: 100))
          let delta = (try? BoxCoder().encode(box, anchor: anchor)) ?? .zero
          var question = question([delta.dx, delta.dy, delta.dw, delta.dh], anchor, width: 100, height: 100)
          question.list(box.edges)  // for the judge: the call does not read it
          return [question]
        },
        hold: { questions, answers in answers[0].agrees(with: questions[0].numbers.suffix(4)) }),
      CodeTask.Law(
        "inside",
        of: { random in
          let offset = (0..<4).map { _ in random.hundredths(in: -3...3) }
          return [question(offset, random.box(sizes: 8...40, within: 100), width: 90, height: 70)]
        },
        hold: { _, answers in
          let box = answers[0]
          return box.count == 4 && [box[0], box[2]].allSatisfy { (0...90).contains($0) }
            && [box[1], box[3]].allSatisfy { (0...70).contains($0) }
        }),
    ],
    mistakes: [
      mistake("noExponential") { $0.factor = { 1 + $0 } },
      mistake("notClipped") { $0.clips = false },
      mistake("noLimit") { $0.largest = .infinity },
      mistake("fromCorner") { $0.fromCorner = true },
      mistake("inPixels") { $0.movesInPixels = true },
      mistake("swappedSides") { $0.swapsSides = true },
      mistake("swappedImage") { ($0.width, $0.height) = ($0.height, $0.width) },
    ])

  private static func question(_ offset: [Double], _ anchor: Box, width: Int, height: Int) -> Question {
    Question {
      $0.list(offset)
      $0.list(anchor.edges)
      $0.whole(width)
      $0.whole(height)
    }
  }

  private static func mistake(
    _ name: String, _ change: @escaping @Sendable (inout Decoded) -> Void
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in
      var decoded = Decoded(&q)
      change(&decoded)
      return decoded.answer
    }
  }
}

// MARK: - A box, decoded

private struct Decoded {
  let offset: [Double]
  let anchor: Box
  var width, height: Int
  var factor: (Double) -> Double = { exp($0) }
  var largest = BoxCoder().largestLogRatio
  var clips = true
  var fromCorner = false
  var movesInPixels = false
  var swapsSides = false

  init(_ q: inout QuestionReader) {
    (offset, anchor) = (q.list(), Box(edges: q.list()))
    (width, height) = (q.whole(), q.whole())
  }

  var answer: [Double] {
    let (sideX, sideY) = swapsSides ? (anchor.height, anchor.width) : (anchor.width, anchor.height)
    let (moveX, moveY) = movesInPixels ? (1, 1) : (sideX, sideY)
    let (newWidth, newHeight) = (sideX * factor(min(offset[2], largest)), sideY * factor(min(offset[3], largest)))
    let box =
      fromCorner
      ? Box(x: anchor.xMin + offset[0] * moveX, y: anchor.yMin + offset[1] * moveY, width: newWidth, height: newHeight)
      : Box(
        centerX: anchor.center.x + offset[0] * moveX, centerY: anchor.center.y + offset[1] * moveY, width: newWidth,
        height: newHeight)
    guard clips, let size = try? ImageSize(width: width, height: height) else { return box.edges }
    return box.clipped(to: size).edges
  }
}
