import Kernels
import Testing

@testable import Evaluation

/// What holds for every data set; here for one of each kind.
@Suite struct LawTests {
  static let sets = Truth.sets.filter { ["plain", "ties", "crowds", "wholePixels", "manyImages"].contains($0.name) }

  @Test("who finds exactly what is there has an AP and AR of 1", arguments: sets)
  func perfect(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let results = truth.annotations.filter { !$0.isCrowd }.map {
      ScoredBox(imageID: $0.imageID, categoryID: $0.categoryID, box: $0.box, score: 0.5)
    }
    let quality = try truth.quality(of: results)
    for threshold in OverlapThreshold.allCases { #expect(quality.averagePrecision(at: threshold) == 1) }
    #expect(quality.averageRecall() == 1)
  }

  @Test("who finds nothing has an AP and AR of 0", arguments: sets)
  func nothing(_ set: Truth.DataSet) throws {
    let quality = try set.truth.quality(of: [])
    #expect(quality.averagePrecision() == 0 && quality.averageRecall() == 0)
    #expect(quality.curve(category: set.curve?.category ?? 0, at: .iou50)?.allSatisfy { $0.score == nil } == true)
  }

  @Test("the order of images, categories and results changes nothing, but among equal scores", arguments: sets)
  func order(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let results = try set.results(truth)
    let turned = try GroundTruth(
      images: truth.images.reversed(), categories: truth.categories.reversed(), annotations: truth.annotations)
    #expect(try turned.quality(of: results) == truth.quality(of: results))

    let distinct = results.enumerated().map { index, result in
      var result = result
      result.score += Double(index) * 1e-9
      return result
    }
    var shuffled = distinct
    var random = SplitMix64(seed: 11)
    random.choose(shuffled.count, from: &shuffled)
    #expect(shuffled != distinct)
    #expect(try truth.quality(of: shuffled) == truth.quality(of: distinct))
  }

  @Test("only the order of the scores counts", arguments: sets)
  func monotone(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    var results = try set.results(truth)
    let numbers = try truth.quality(of: results).cocoNumbers
    for index in results.indices { results[index].score = 4 * results[index].score - 100 }
    #expect(try truth.quality(of: results).cocoNumbers == numbers)
    for index in results.indices { results[index].score *= -1 }
    #expect(try truth.quality(of: results).cocoNumbers != numbers)
  }

  @Test("the highest precision from each recall of the ranking on is the curve's, at every threshold", arguments: sets)
  func ranking(_ set: Truth.DataSet) throws {
    let truth = try set.truth, results = try set.results(truth)
    let quality = try truth.quality(of: results)
    for category in set.categories {
      for threshold in OverlapThreshold.allCases {
        let ranking = try truth.ranking(of: results, category: category, at: threshold)
        guard let curve = quality.curve(category: category, at: threshold) else {
          #expect(ranking.isEmpty)
          continue
        }
        for point in curve.dropFirst() {
          let best = ranking.filter { $0.recall >= point.recall }.map(\.precision).max() ?? 0
          #expect(abs(best - point.precision) < 1e-12, "\(category), \(threshold), \(point.recall)")
        }
      }
    }
  }

  @Test("a second box on an object is a duplicate, one elsewhere a miss; a crowd is passed over")
  func verdicts() throws {
    let box = CornerBox(x: 0, y: 0, width: 10, height: 10), crowd = CornerBox(x: 50, y: 0, width: 40, height: 40)
    let truth = try GroundTruth(
      images: [.init(id: 1)], categories: [.init(id: 1, name: "a"), .init(id: 2, name: "b")],
      annotations: [
        .init(id: 1, imageID: 1, categoryID: 1, box: box),
        .init(id: 2, imageID: 1, categoryID: 1, box: crowd, isCrowd: true),
      ])
    let far = CornerBox(x: 20, y: 20, width: 9, height: 9)
    let results = [(far, 0.1), (box, 0.5), (box, 0.9), (CornerBox(x: 60, y: 9, width: 9, height: 9), 0.7)].map {
      ScoredBox(imageID: 1, categoryID: 1, box: $0.0, score: $0.1)
    }
    let ranking = try truth.ranking(of: results, category: 1, at: .iou50)
    #expect(ranking.map(\.index) == [2, 1, 0])
    #expect(ranking.map(\.verdict) == [.hit, .duplicate, .miss])
    #expect(ranking.map(\.precision) == [1, 1 / 2.0, 1 / 3.0] && ranking.map(\.recall) == [1, 1, 1])
    #expect(try truth.ranking(of: results, category: 2, at: .iou50).isEmpty)
  }

  @Test("a false alarm below all scores never raises AP, one above all lowers it", arguments: sets)
  func falseAlarms(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let results = try set.results(truth)
    let quality = try truth.quality(of: results)
    for category in truth.categories.map(\.id) {
      guard let before = quality.averagePrecision(category: category), before > 0 else { continue }
      var alarm = ScoredBox(
        imageID: truth.images[0].id, categoryID: category, box: CornerBox(x: 5000, y: 0, width: 50, height: 50),
        score: -1)
      let below = try truth.quality(of: results + [alarm]).averagePrecision(category: category) ?? 2
      #expect(below <= before)
      alarm.score = 2
      let above = try truth.quality(of: results + [alarm]).averagePrecision(category: category) ?? 2
      #expect(above < before)
    }
  }

  @Test("an object with id 0 is never found, with any other id it is", arguments: [0, 1, -1, 900_100_581_904])
  func idZero(_ id: Int) throws {
    let box = CornerBox(x: 0, y: 0, width: 10, height: 10)
    let truth = try GroundTruth(
      images: [.init(id: 1)], categories: [.init(id: 1, name: "one")],
      annotations: [.init(id: id, imageID: 1, categoryID: 1, box: box)])
    let quality = try truth.quality(of: [ScoredBox(imageID: 1, categoryID: 1, box: box, score: 1)])
    // One right of one has a precision of 1 / (1 + 2⁻⁵²), there as here.
    let found = try #require(quality.averagePrecision())
    #expect(abs(found - (id == 0 ? 0 : 1)) < 1e-12)
    #expect(quality.averagePrecision(area: .large) == nil && quality.cocoNumbers[5] == -1)
  }

  @Test("the overlap with a box is its IoU")
  func overlap() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<1000 {
      let numbers = (0..<8).map { _ in random.uniform(in: 0...100) }
      let a = CornerBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
      let b = CornerBox(x: numbers[4], y: numbers[5], width: numbers[6], height: numbers[7])
      #expect(abs(a.overlap(with: b, isCrowd: false) - a.box.intersectionOverUnion(b.box)) < 1e-12)
      #expect(a.overlap(with: b, isCrowd: true) >= a.overlap(with: b, isCrowd: false) - 1e-12)
    }
  }
}
