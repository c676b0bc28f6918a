import Grading
import Kernels

extension Chapter7 {
  // MARK: - 7.10: average precision as COCO reads it

  static let averagePrecision = CodeTask(
    call: "[averagePrecision(scores: q.list(), hits: q.list().map { $0 == 1 }, objects: q.whole())]",
    questions: { random in
      let usual = (0..<24).map { _ in ranking(&random, count: random.pick(4...14)) }
      let special = [
        Ranking(scores: [], hits: [], objects: 3),
        Ranking(scores: [0.9, 0.4], hits: [false, false], objects: 3),
        // Of equal scores the first comes first.
        Ranking(scores: [0.5, 0.5, 0.5, 0.5], hits: [false, true, false, true], objects: 3),
      ]
      return (usual + special).map(\.question)
    },
    truth: { q in [Ranking(&q).averagePrecision] },
    laws: [
      CodeTask.Law(
        "perfect", groups: 1,
        of: { _ in
          let scores = [0.2, 0.9, 0.5]
          return [Ranking(scores: scores, hits: scores.map { _ in true }, objects: scores.count).question]
        },
        hold: { _, answers in answers[0].agrees(with: [1]) }),
      // A false alarm behind all others costs nothing.
      law("lastFalseAlarm") { ranking in
        ranking.scores.append(0.001)
        ranking.hits.append(false)
      },
      law("orderAlone") { ranking in ranking.scores = ranking.scores.map { $0 * $0 } },
    ],
    mistakes: [
      mistake("notSorted") { $0.sorts = false },
      mistake("notLifted") { $0.lifts = false },
      mistake("recallOfFound") { $0.objects = max($0.hits.count { $0 }, 1) },
      mistake("area") { $0.reading = .area },
      mistake("eleven") { $0.reading = .points(11) },
      mistake("meanOfHits") { $0.reading = .meanOfHits },
      mistake("readPointsAlone") { $0.reading = .reachedPoints },
    ])

  /// A ranking, and the same after a change that has to leave the answer as it was.
  private static func law(
    _ name: String, changing change: @escaping @Sendable (inout Ranking) -> Void
  ) -> CodeTask.Law {
    CodeTask.Law(
      name,
      of: { random in
        let ranking = ranking(&random, count: 8)
        var changed = ranking
        change(&changed)
        return [ranking.question, changed.question]
      },
      hold: { _, answers in answers[0].agrees(with: answers[1]) })
  }

  private static func mistake(
    _ name: String, _ change: @escaping @Sendable (inout Ranking) -> Void
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in
      var ranking = Ranking(&q)
      change(&ranking)
      return [ranking.averagePrecision]
    }
  }
}

// MARK: - A ranking

/// Boxes that are hits or false alarms, and how many objects there were to be found.
private struct Ranking {
  enum Reading { case points(Int), area, meanOfHits, reachedPoints }

  var scores: [Double]
  var hits: [Bool]
  var objects: Int
  var sorts = true
  var lifts = true
  var reading = Reading.points(101)

  init(scores: [Double], hits: [Bool], objects: Int) {
    (self.scores, self.hits, self.objects) = (scores, hits, objects)
  }

  init(_ q: inout QuestionReader) {
    self.init(scores: q.list(), hits: q.list().map { $0 == 1 }, objects: q.whole())
  }

  var question: Question {
    Question {
      $0.list(scores)
      $0.list(hits.map { $0 ? 1 : 0 })
      $0.whole(objects)
    }
  }

  var averagePrecision: Double {
    var found = 0
    var points: [(recall: Double, precision: Double)] = []
    for (rank, place) in places.enumerated() {
      if hits[place] { found += 1 }
      points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
    }
    let hitRanks = places.indices.filter { hits[places[$0]] }
    /// The best precision at this recall or beyond, or the first that is met there; nil where recall does not reach.
    func precision(at recall: Double) -> Double? {
      let reached = points.filter { $0.recall >= recall }.map(\.precision)
      return lifts ? reached.max() : reached.first
    }
    func read(_ count: Int) -> [Double?] { (0..<count).map { precision(at: Double($0) / Double(count - 1)) } }
    func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
    switch reading {
    case .points(let count): return mean(read(count).map { $0 ?? 0 })
    case .reachedPoints: return mean(read(101).compactMap { $0 })
    case .area: return hitRanks.reduce(0) { $0 + (precision(at: points[$1].recall) ?? 0) } / Double(objects)
    case .meanOfHits: return mean(hitRanks.map { points[$0].precision })
    }
  }

  private var places: [Int] {
    sorts ? scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) } : Array(scores.indices)
  }
}

/// Scores in hundredths, all different and in no order. No recall but 0 and 1 lies at one of the points that are read, whatever
/// way these are rounded.
private func ranking(_ random: inout SplitMix64, count: Int) -> Ranking {
  let hits = (0..<count).map { _ in random.index(below: 2) == 1 }
  let objects = random.pick([3, 7, 11, 13, 17].filter { $0 >= hits.count { $0 } })
  return Ranking(scores: random.choose(count, below: 99).map { Double($0 + 1) / 100 }, hits: hits, objects: objects)
}
