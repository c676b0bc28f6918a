import Boxes
import Evaluation
import Exercises
import Grading
import Kernels
import Testing

/// Chapter 6's exercises beside the book's own boxes.
@Suite struct BoxTruthTests {
  @Test("6.2, 6.3: anchors are as many as the generator counts")
  func counts() throws {
    for seed in Book.seeds {
      let image = Book.numbers(6, 2, seed)
      let size = try ImageSize(width: image("width"), height: image("height"))
      #expect(image("answer") == AnchorGenerator.paper.count(for: size))
      let doubled = Book.numbers(6, 3, seed)
      for (side, count) in [("side", "before"), ("twice", "after")] {
        let size = try ImageSize(width: doubled(side), height: doubled(side))
        #expect(doubled(count) == AnchorGenerator.paper.count(for: size))
      }
    }
  }

  @Test("6.4: the area is what COCO's average precision comes near")
  func areaOfCurve() throws {
    let (id, task) = try #require(Book.numeric.first { $0.0 == ExerciseID(chapter: 6, number: 4) })
    for seed in Book.seeds {
      var random = seed.generator(for: id)
      let numbers = Book.numbers(6, 4, seed)
      let ranks = ["first", "second", "third"].map(numbers)
      let hits = (1...numbers("boxes")).map(ranks.contains)
      let precision = try Ranked(scores: hits.indices.map { -Double($0) }, hits: hits, objects: numbers("objects"))
        .averagePrecision()
      #expect((task.draw(&random).answer - precision).magnitude < 0.01, "seed \(seed.value)")
    }
  }

  @Test("6.6: the nine anchors are the generator's")
  func anchorsOfCell() throws {
    let image = try ImageSize(width: 4096, height: 4096)
    let anchors = AnchorGenerator.paper.anchors(for: image)
    for (question, answer) in try Book.answered(6, 6) {
      let (level, row, column) = (question.numbers[0], Int(question.numbers[1]), Int(question.numbers[2]))
      let before = PyramidLevel.allCases.filter { Double($0.rawValue) < level }.reduce(0) {
        $0 + $1.grid(for: image).cells
      }
      let columns = try #require(PyramidLevel(rawValue: Int(level))).grid(for: image).columns
      let first = 9 * (before + row * columns + column)
      let edges = anchors[first..<first + 9].flatMap { [$0.xMin, $0.yMin, $0.xMax, $0.yMax] }
      #expect(zip(answer, edges).allSatisfy { ($0 - $1).magnitude < 1e-3 } && answer.count == 36)
    }
  }

  @Test("6.9: anchors are assigned as by the book's matchers", arguments: [Matcher.paper, .torchvision])
  func assignment(matcher: Matcher) throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let objects = (0..<3).map { _ in
        Box(
          x: random.uniform(in: 0...40), y: random.uniform(in: 0...40), width: random.uniform(in: 4...30),
          height: random.uniform(in: 4...30))
      }
      // An anchor around each object, more or less, and others anywhere.
      let anchors = (0..<12).map { index in
        let object = objects[index % 3]
        return Box(
          centerX: object.center.x + random.uniform(in: -4...4), centerY: object.center.y + random.uniform(in: -4...4),
          width: object.width * random.uniform(in: 0.5...2), height: object.height * random.uniform(in: 0.5...2))
      }
      let answer = try Book.answer(
        6, 9,
        to: Question {
          $0.rows(anchors.map { anchor in objects.map { anchor.intersectionOverUnion($0) } })
          $0.flag(matcher.lowQualityMatches == .kept)
        })
      let matches = matcher.match(anchors: BoxList(anchors), to: BoxList(objects)).map { match -> Double in
        switch match {
        case .object(let index): Double(index)
        case .background: -1
        case .ignored: -2
        }
      }
      #expect(answer == matches)
    }
  }
}

// MARK: - A ranking as the book evaluates it

/// Boxes that hit objects far from each other, or none.
struct Ranked {
  var scores: [Double]
  var hits: [Bool]
  var objects: Int

  func averagePrecision() throws -> Double {
    func place(_ index: Int) -> CornerBox { CornerBox(x: 20 * Double(index), y: 0, width: 10, height: 10) }
    let truth = try GroundTruth(
      images: [.init(id: 1, width: 4000, height: 10)], categories: [.init(id: 1, name: "object")],
      annotations: (0..<objects).map { .init(id: $0 + 1, imageID: 1, categoryID: 1, box: place($0)) })
    var found = 0
    let boxes = zip(scores, hits).map { score, isHit in
      if isHit { found += 1 }
      return ScoredBox(imageID: 1, categoryID: 1, box: place(isHit ? found - 1 : objects + 5), score: score)
    }
    return try truth.quality(of: boxes).averagePrecision(at: .iou50) ?? .nan
  }
}
