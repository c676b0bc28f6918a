import Boxes
import Grading
import Kernels

extension Chapter6 {
  // MARK: - 6.5: intersection over union

  static let overlapFunction = CodeTask(
    call: "[intersectionOverUnion(q.list(), q.list())]",
    questions: { random in
      let near = (0..<20).map { _ in
        let box = random.box(sizes: 4...12, within: 24)
        return (box, box.moved(x: Double(random.pick(-12...12)) / 4, y: Double(random.pick(-12...12)) / 4))
      }
      let anywhere = (0..<15).map { _ in (random.box(sizes: 2...12, within: 24), random.box(sizes: 2...12, within: 24))
      }
      return (near + anywhere + special).map(question)
    },
    truth: { q in [Box(edges: q.list()).intersectionOverUnion(Box(edges: q.list()))] },
    laws: [
      law("itself", of: { _, b in (b, b) }) { _, same in same.agrees(with: [1]) },
      law("symmetric", of: { a, b in (b, a) }) { $0.agrees(with: $1) },
      law("moved", of: { a, b in (a.moved(x: 5, y: -3), b.moved(x: 5, y: -3)) }) { $0.agrees(with: $1) },
      law("enlarged", of: { a, b in (a.enlarged(by: 4), b.enlarged(by: 4)) }) { $0.agrees(with: $1) },
      CodeTask.Law("apart", groups: 1, of: { _ in special[..<3].map(question) }) { _, answers in
        answers.allSatisfy { $0 == [0] }
      },
    ],
    mistakes: [
      mistake("notClamped") { a, b in
        let common = a.intersection(b)
        return common.width * common.height / (a.area + b.area - common.width * common.height)
      },
      mistake("unionIsSum") { a, b in a.intersection(b).area / (a.area + b.area) },
      mistake("overSmaller") { a, b in a.intersection(b).area / min(a.area, b.area) },
      mistake("pixelMore") { a, b in
        a.enlarged(byPixels: 1).intersectionOverUnion(b.enlarged(byPixels: 1))
      },
      mistake("cornerAndSize") { a, b in
        Box(x: a.xMin, y: a.yMin, width: a.xMax, height: a.yMax).intersectionOverUnion(
          Box(x: b.xMin, y: b.yMin, width: b.xMax, height: b.yMax))
      },
      mistake("zeroByZero") { a, b in
        let common = a.intersection(b).area
        return common / (a.area + b.area - common)
      },
    ])

  /// Apart to one side, apart across a corner, touching at an edge; one within the other; flat, twice.
  private static let special: [(Box, Box)] = [
    (Box(xMin: 0, yMin: 0, xMax: 4, yMax: 4), Box(xMin: 6, yMin: 1, xMax: 9, yMax: 5)),
    (Box(xMin: 0, yMin: 0, xMax: 4, yMax: 4), Box(xMin: 6, yMin: 7, xMax: 10, yMax: 12)),
    (Box(xMin: 0, yMin: 0, xMax: 4, yMax: 4), Box(xMin: 4, yMin: 0, xMax: 8, yMax: 4)),
    (Box(xMin: 0, yMin: 0, xMax: 8, yMax: 8), Box(xMin: 2, yMin: 2, xMax: 6, yMax: 6)),
    (Box(xMin: 3, yMin: 1, xMax: 3, yMax: 5), Box(xMin: 0, yMin: 0, xMax: 8, yMax: 8)),
    (Box(xMin: 3, yMin: 1, xMax: 3, yMax: 5), Box(xMin: 3, yMin: 1, xMax: 3, yMax: 5)),
  ]

  private static func question(_ boxes: (Box, Box)) -> Question {
    Question {
      $0.list(boxes.0.edges)
      $0.list(boxes.1.edges)
    }
  }

  /// Two boxes that are near each other, and what a change makes of them.
  private static func law(
    _ name: String, of change: @escaping @Sendable (Box, Box) -> (Box, Box),
    holds: @escaping @Sendable ([Double], [Double]) -> Bool
  ) -> CodeTask.Law {
    CodeTask.Law(
      name,
      of: { random in
        let a = random.box(sizes: 4...12, within: 24)
        let b = a.moved(x: Double(random.pick(-8...8)) / 4, y: Double(random.pick(-8...8)) / 4)
        return [question((a, b)), question(change(a, b))]
      },
      hold: { _, answers in holds(answers[0], answers[1]) })
  }

  private static func mistake(
    _ name: String, _ overlap: @escaping @Sendable (Box, Box) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [overlap(Box(edges: q.list()), Box(edges: q.list()))] }
  }
}

extension Box {
  fileprivate func enlarged(by factor: Double) -> Box {
    Box(xMin: factor * xMin, yMin: factor * yMin, xMax: factor * xMax, yMax: factor * yMax)
  }

  fileprivate func enlarged(byPixels pixels: Double) -> Box {
    Box(x: xMin, y: yMin, width: width + pixels, height: height + pixels)
  }
}
