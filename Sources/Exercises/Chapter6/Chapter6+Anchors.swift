import Boxes
import Foundation
import Grading
import Kernels

extension Chapter6 {
  // MARK: - 6.6: the nine anchors of a cell

  static let anchorsOfCell = CodeTask(
    call: "cellAnchors(level: q.whole(), row: q.whole(), column: q.whole()).flatMap { $0 }",
    questions: { random in
      // Never on the diagonal, where rows and columns are the same.
      (3...7).map { cell($0, row: random.pick(0...8), column: random.pick(9...20)) }
    },
    truth: { q in anchors(&q) },
    laws: [
      CodeTask.Law(
        "middle", groups: 2,
        of: { random in [cell(random.pick(3...7), row: random.pick(0...9), column: random.pick(0...9))] },
        hold: { questions, answers in
          let place = questions[0].numbers  // level, row, column
          let middle = place.dropFirst().map { ($0 + 0.5) * pow(2, place[0]) }
          return boxes(answers[0]).allSatisfy { [$0.center.y, $0.center.x].agrees(with: middle) }
        }),
      CodeTask.Law(
        "sameArea", groups: 1, of: { _ in [cell(3, row: 2, column: 5)] },
        hold: { _, answers in
          let areas = boxes(answers[0]).map(\.area)
          return areas.count == 9 && areas.indices.allSatisfy { (areas[$0] / areas[$0 % 3] - 1).magnitude < 1e-9 }
        }),
      CodeTask.Law(
        "levelUp", groups: 1,
        of: { random in
          let level = random.pick(3...6)
          return [level, level + 1].map { cell($0, row: 1, column: 4) }
        },
        hold: { _, answers in
          let widths = answers.map { boxes($0).map(\.width) }
          return widths[1].agrees(with: widths[0].map { 2 * $0 })
        }),
    ],
    mistakes: [
      mistake("swappedSides") { $0.ratio = { 1 / $0 } },
      mistake("noRoot") { shape in
        shape.width = { side, _ in side }
        shape.height = { side, ratio in side * ratio }
      },
      mistake("corner") { $0.shift = 0 },
      mistake("swappedCell") { $0.isTransposed = true },
      mistake("strideForSize") { $0.baseSize = 1 },
      mistake("scalesOutside") { $0.scalesOutside = true },
      mistake("reviewedScales") { $0.scales = [2, 2 + 1.0 / 3, 2 + 2.0 / 3] },
    ])

  private static func cell(_ level: Int, row: Int, column: Int) -> Question {
    Question {
      $0.whole(level)
      $0.whole(row)
      $0.whole(column)
    }
  }

  /// The boxes of an answer; a last one that is not whole is left out.
  private static func boxes(_ answer: [Double]) -> [Box] {
    stride(from: 0, through: answer.count - 4, by: 4).map { Box(edges: Array(answer[$0..<$0 + 4])) }
  }

  /// How the anchors of a cell come about.
  private struct CellShape {
    var ratio: (Double) -> Double = { $0 }
    var scales = AnchorGenerator.paper.octaveScales
    var width: (Double, Double) -> Double = { side, ratio in side / ratio.squareRoot() }
    var height: (Double, Double) -> Double = { side, ratio in side * ratio.squareRoot() }
    var baseSize = 4.0  // strides
    var shift = 0.5  // strides
    var isTransposed = false
    var scalesOutside = false
  }

  private static func anchors(
    _ q: inout QuestionReader, wrongly change: (inout CellShape) -> Void = { _ in }
  ) -> [Double] {
    var shape = CellShape()
    change(&shape)
    let stride = pow(2, q.number())
    let places = [q.number(), q.number()]
    let (row, column) = shape.isTransposed ? (places[1], places[0]) : (places[0], places[1])
    func anchor(_ ratio: Double, _ scale: Double) -> [Double] {
      let side = shape.baseSize * stride * scale
      return Box(
        centerX: (column + shape.shift) * stride, centerY: (row + shape.shift) * stride,
        width: shape.width(side, shape.ratio(ratio)), height: shape.height(side, shape.ratio(ratio))
      ).edges
    }
    let ratios = AnchorGenerator.paper.aspectRatios
    return shape.scalesOutside
      ? shape.scales.flatMap { scale in ratios.flatMap { anchor($0, scale) } }
      : ratios.flatMap { ratio in shape.scales.flatMap { anchor(ratio, $0) } }
  }

  private static func mistake(
    _ name: String, _ change: @escaping @Sendable (inout CellShape) -> Void
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in anchors(&q, wrongly: change) }
  }
}
