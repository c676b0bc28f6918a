import Boxes
import Grading
import Kernels

extension Chapter7 {
  // MARK: - 7.9: non-maximum suppression, class by class

  static let suppression = CodeTask(
    call: """
      suppress(boxes: q.rows(), scores: q.list(), labels: q.list().map { Int($0) }, threshold: q.number()).map { Double($0) }
      """,
    questions: { random in
      let usual = (0..<16).map { _ in found(&random, count: random.pick(3...9)) }
      return (usual + special + [Found(boxes: [], scores: [], labels: [])]).map(\.question)
    },
    truth: { q in Found(&q).kept },
    laws: [
      // What is kept does not overlap any more: a second time strikes out nothing.
      CodeTask.Law(
        "again",
        of: { random in
          let found = found(&random, count: 8)
          return [found.chosen(found.kept.map { Int($0) }).question]
        },
        hold: { questions, answers in
          var reader = questions[0].reader
          return answers[0] == reader.rows().indices.map { Double($0) }
        }),
      CodeTask.Law(
        "moved",
        of: { random in
          let found = found(&random, count: 8)
          var moved = found
          moved.boxes = found.boxes.map { $0.moved(x: 16, y: -8) }
          return [found.question, moved.question]
        },
        hold: { _, answers in answers[0] == answers[1] }),
      CodeTask.Law(
        "ownClasses",
        of: { random in
          var found = found(&random, count: 6)
          found.labels = Array(found.boxes.indices)
          return [found.question]
        },
        hold: { _, answers in answers[0].sorted() == (0..<6).map { Double($0) } }),
    ],
    mistakes: [
      mistake("acrossClasses") { $0.labels = $0.labels.map { _ in 0 } },
      mistake("notSorted") { $0.order = .asGiven },
      mistake("lowestFirst") { $0.order = .ascending },
      mistake("atThreshold") { $0.strikesAtThreshold = true },
      mistake("struckStrike") { $0.struckStrike = true },
      CodeTask.Mistake("orderOfPlaces") { q in Found(&q).kept.sorted() },
    ])

  private static func mistake(
    _ name: String, _ change: @escaping @Sendable (inout Found) -> Void
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in
      var found = Found(&q)
      change(&found)
      return found.kept
    }
  }
}

// MARK: - Boxes with scores and classes

private struct Found {
  enum Order { case descending, ascending, asGiven }

  var boxes: [Box]
  var scores: [Double]
  var labels: [Int]
  /// A sum of powers of two, so that no rounding decides.
  var threshold = 0.5
  var order = Order.descending
  var strikesAtThreshold = false
  var struckStrike = false

  init(boxes: [Box], scores: [Double], labels: [Int]) {
    (self.boxes, self.scores, self.labels) = (boxes, scores, labels)
  }

  init(_ q: inout QuestionReader) {
    self.init(boxes: q.rows().map { Box(edges: $0) }, scores: q.list(), labels: q.list().map { Int($0) })
    threshold = q.number()
  }

  var question: Question {
    Question {
      $0.rows(boxes.map(\.edges))
      $0.list(scores)
      $0.list(labels.map { Double($0) })
      $0.number(threshold)
    }
  }

  func chosen(_ places: [Int]) -> Found {
    var found = Found(
      boxes: places.map { boxes[$0] }, scores: places.map { scores[$0] }, labels: places.map { labels[$0] })
    found.threshold = threshold
    return found
  }

  /// The places of the boxes that are kept, in the order in which they are met.
  var kept: [Double] {
    var (kept, strikers): ([Int], [Int]) = ([], [])
    for place in places {
      let isStruck = strikers.contains { strikes($0, place) }
      if !isStruck { kept.append(place) }
      if !isStruck || struckStrike { strikers.append(place) }
    }
    return kept.map { Double($0) }
  }

  private var places: [Int] {
    switch order {
    case .asGiven: Array(boxes.indices)
    case .descending: boxes.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    case .ascending: boxes.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    }
  }

  private func strikes(_ one: Int, _ other: Int) -> Bool {
    let overlap = boxes[one].intersectionOverUnion(boxes[other])
    return labels[one] == labels[other] && (strikesAtThreshold ? overlap >= threshold : overlap > threshold)
  }
}

/// Boxes around two places, of two classes; scores in hundredths, all different.
private func found(_ random: inout SplitMix64, count: Int) -> Found {
  let centres = (0..<2).map { _ in random.box(sizes: 16...24, within: 64) }
  let boxes = (0..<count).map { _ in
    random.pick(centres).moved(x: Double(random.pick(-24...24)) / 4, y: Double(random.pick(-16...16)) / 4)
  }
  let scores = random.choose(count, below: 99).map { Double($0 + 1) / 100 }
  var found = Found(boxes: boxes, scores: scores, labels: (0..<count).map { _ in random.pick(0...1) })
  found.threshold = random.pick([0.25, 0.5, 0.75])
  return found
}

/// IoU at the threshold; equal scores; one that overlaps a struck box but not a kept one; two classes at one place; a flat box.
private let special: [Found] = [
  Found(boxes: [[0, 0, 8, 8], [0, 0, 8, 4]].map(Box.init(edges:)), scores: [0.9, 0.8], labels: [0, 0]),
  Found(
    boxes: [[0, 0, 8, 8], [1, 0, 9, 8], [0, 1, 8, 9]].map(Box.init(edges:)), scores: [0.5, 0.5, 0.5], labels: [1, 1, 1]),
  Found(
    boxes: [[0, 0, 8, 8], [2, 0, 10, 8], [4, 0, 12, 8]].map(Box.init(edges:)), scores: [0.9, 0.8, 0.7],
    labels: [0, 0, 0]),
  Found(boxes: [[0, 0, 8, 8], [0, 0, 8, 8]].map(Box.init(edges:)), scores: [0.6, 0.9], labels: [0, 1]),
  Found(boxes: [[0, 0, 8, 8], [3, 0, 3, 8]].map(Box.init(edges:)), scores: [0.6, 0.9], labels: [0, 0]),
]
