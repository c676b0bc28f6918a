import Grading
import Kernels

extension Chapter6 {
  // MARK: - 6.9: object, background, or neither

  static let assignment = CodeTask(
    call: "assignAnchors(overlaps: q.rows(), keepsLowQuality: q.flag()).map { Double($0) }",
    questions: { random in
      let tables = (0..<8).map { _ in table(&random, anchors: 4...9, objects: 1...3) } + special
      let empty = [question([[], [], []], keepsLowQuality: false), question([], keepsLowQuality: false)]
      return [false, true].flatMap { keeps in tables.map { question($0, keepsLowQuality: keeps) } } + empty
    },
    truth: { q in assign(&q) },
    laws: [
      // The limits themselves: 0.5 is an object, 0.4 is not background.
      CodeTask.Law(
        "limits", groups: 1, of: { _ in [question([[0.5], [0.45], [0.4], [0.35]], keepsLowQuality: false)] },
        hold: { _, answers in
          let answer = answers[0]
          return answer.count == 4 && answer[0] >= 0 && answer[1] == answer[2] && answer[2] != answer[3]
            && answer[3] < 0
        }),
      CodeTask.Law(
        "onlyMore",
        of: { random in
          let table = table(&random, anchors: 4...9, objects: 1...3)
          return [question(table, keepsLowQuality: false), question(table, keepsLowQuality: true)]
        },
        hold: { _, answers in
          answers[0].count == answers[1].count && zip(answers[0], answers[1]).allSatisfy { $0 < 0 || $0 == $1 }
        }),
    ],
    mistakes: [
      mistake("noIgnored") { $0.background = 0.5 },
      mistake("allBelowIgnored") { $0.background = 0 },
      mistake("limitsExcluded") { $0.includesLimits = false },
      mistake("otherWayRound") { ($0.backgroundCode, $0.ignoredCode) = ($0.ignoredCode, $0.backgroundCode) },
      mistake("countedFromOne") { $0.firstObject = 1 },
      mistake("lastOfEqual") { $0.takesLast = true },
      mistake("objectTakesAnchor") { $0.lowQuality = .thatObject },
      mistake("firstAlone") { $0.lowQuality = .firstAnchor },
      mistake("lowQualityForgotten") { $0.lowQuality = .dropped },
    ])

  // MARK: - Tables of overlaps

  /// IoU of each anchor with each object, in twentieths: equal ones and those at the limits come often.
  ///
  /// Every object overlaps some anchor.
  private static func table(
    _ random: inout SplitMix64, anchors: ClosedRange<Int>, objects: ClosedRange<Int>
  ) -> [[Double]] {
    let (anchors, objects) = (random.pick(anchors), random.pick(objects))
    var table: [[Double]] = []
    repeat {
      let highest = (0..<objects).map { _ in random.pick([7, 9, 16]) }
      table = (0..<anchors).map { _ in highest.map { Double(random.pick(0...$0)) / 20 } }
    } while (0..<objects).contains { object in table.allSatisfy { $0[object] == 0 } }
    return table
  }

  /// Tables in which each mistake shows.
  private static let special: [[[Double]]] = [
    [[0.5], [0.4], [0.45], [0.35]],
    [[0.6, 0.6], [0.2, 0.2], [0, 0.7]],
    // The second object's best anchor overlaps the first object more.
    [[0.45, 0.3], [0.8, 0.1], [0.1, 0.05]],
    // Two anchors with the same largest IoU.
    [[0.3], [0.2], [0.3]],
  ]

  private static func question(_ table: [[Double]], keepsLowQuality: Bool) -> Question {
    Question {
      $0.rows(table)
      $0.flag(keepsLowQuality)
    }
  }

  // MARK: - The rule

  private struct Rule {
    enum LowQuality { case ownBest, thatObject, firstAnchor, dropped }
    var background = 0.4
    var includesLimits = true
    var firstObject = 0
    var takesLast = false
    var lowQuality = LowQuality.ownBest
    var (backgroundCode, ignoredCode) = (-1.0, -2.0)

    func best(of row: [Double]) -> (object: Int, overlap: Double)? {
      guard let largest = row.max() else { return nil }
      let object = takesLast ? row.lastIndex(of: largest) : row.firstIndex(of: largest)
      return object.map { ($0, largest) }
    }

    func code(_ object: Int) -> Double { Double(object + firstObject) }

    func assign(_ row: [Double]) -> Double {
      guard let best = best(of: row) else { return backgroundCode }
      if includesLimits ? best.overlap >= 0.5 : best.overlap > 0.5 { return code(best.object) }
      return (includesLimits ? best.overlap < background : best.overlap <= background) ? backgroundCode : ignoredCode
    }

    func assign(_ table: [[Double]], keepsLowQuality: Bool) -> [Double] {
      var codes = table.map { assign($0) }
      guard keepsLowQuality, lowQuality != .dropped else { return codes }
      for object in 0..<(table.first?.count ?? 0) {
        let largest = table.map { $0[object] }.max()
        var chosen = table.indices.filter { table[$0][object] == largest }
        if lowQuality == .firstAnchor { chosen = Array(chosen.prefix(1)) }
        for anchor in chosen {
          codes[anchor] = code(lowQuality == .thatObject ? object : best(of: table[anchor])?.object ?? object)
        }
      }
      return codes
    }
  }

  private static func assign(
    _ q: inout QuestionReader, wrongly change: (inout Rule) -> Void = { _ in }
  ) -> [Double] {
    var rule = Rule()
    change(&rule)
    return rule.assign(q.rows(), keepsLowQuality: q.flag())
  }

  private static func mistake(
    _ name: String, _ change: @escaping @Sendable (inout Rule) -> Void
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in assign(&q, wrongly: change) }
  }
}
