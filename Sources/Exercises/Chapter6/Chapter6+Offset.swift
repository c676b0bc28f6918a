import Boxes
import Foundation
import Grading
import Kernels

extension Chapter6 {
  // MARK: - 6.8: from an anchor to a box

  static let offset = CodeTask(
    call: "boxOffset(box: q.list(), anchor: q.list())",
    questions: { random in
      (0..<25).map { _ in
        question(random.box(sizes: 4...40, within: 100), anchor: random.box(sizes: 8...30, within: 100))
      }
    },
    truth: { q in offset(Box(edges: q.list()), anchor: Box(edges: q.list())) },
    laws: [
      CodeTask.Law(
        "itself",
        of: { random in
          let anchor = random.box(sizes: 8...30, within: 100)
          return [question(anchor, anchor: anchor)]
        },
        hold: { _, answers in answers[0].agrees(with: [0, 0, 0, 0]) }),
      CodeTask.Law(
        "everyLevel",
        of: { random in
          let (box, anchor) = (random.box(sizes: 4...40, within: 100), random.box(sizes: 8...30, within: 100))
          return [question(box, anchor: anchor), question(box.doubled, anchor: anchor.doubled)]
        },
        hold: { _, answers in answers[0].agrees(with: answers[1]) }),
      // Half as wide and twice as wide are equally far.
      CodeTask.Law(
        "halfAndTwice",
        of: { random in
          let anchor = random.box(sizes: 8...30, within: 100)
          return [0.5, 2].map { factor in
            let (width, height) = (factor * anchor.width, factor * anchor.height)
            let (x, y) = anchor.center
            return question(Box(centerX: x, centerY: y, width: width, height: height), anchor: anchor)
          }
        },
        hold: { _, answers in answers[0].agrees(with: answers[1].map { -$0 }) }),
    ],
    mistakes: [
      mistake("corners") { box, anchor in
        [
          (box.xMin - anchor.xMin) / anchor.width, (box.yMin - anchor.yMin) / anchor.height,
          log(box.width / anchor.width), log(box.height / anchor.height),
        ]
      },
      mistake("noLogarithm") { box, anchor in
        offset(box, anchor: anchor).prefix(2) + [box.width / anchor.width, box.height / anchor.height]
      },
      mistake("noLogarithmDifference") { box, anchor in
        offset(box, anchor: anchor).prefix(2) + [box.width / anchor.width - 1, box.height / anchor.height - 1]
      },
      mistake("otherLogarithm") { box, anchor in
        offset(box, anchor: anchor).prefix(2) + offset(box, anchor: anchor).suffix(2).map { $0 / log(2) }
      },
      mistake("inPixels") { box, anchor in
        [box.center.x - anchor.center.x, box.center.y - anchor.center.y] + offset(box, anchor: anchor).suffix(2)
      },
      mistake("dividedByBox") { box, anchor in
        [(box.center.x - anchor.center.x) / box.width, (box.center.y - anchor.center.y) / box.height]
          + offset(box, anchor: anchor).suffix(2)
      },
      mistake("backwards") { box, anchor in offset(anchor, anchor: box) },
      mistake("swappedSides") { box, anchor in
        [
          (box.center.x - anchor.center.x) / anchor.height, (box.center.y - anchor.center.y) / anchor.width,
          log(box.height / anchor.height), log(box.width / anchor.width),
        ]
      },
    ])

  private static func offset(_ box: Box, anchor: Box) -> [Double] {
    guard let delta = try? BoxCoder().encode(box, anchor: anchor) else { return [] }
    return [delta.dx, delta.dy, delta.dw, delta.dh]
  }

  private static func question(_ box: Box, anchor: Box) -> Question {
    Question {
      $0.list(box.edges)
      $0.list(anchor.edges)
    }
  }

  private static func mistake(
    _ name: String, _ offset: @escaping @Sendable (Box, Box) -> [Double]
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in offset(Box(edges: q.list()), Box(edges: q.list())) }
  }
}

extension Box {
  fileprivate var doubled: Box { Box(xMin: 2 * xMin, yMin: 2 * yMin, xMax: 2 * xMax, yMax: 2 * yMax) }
}
