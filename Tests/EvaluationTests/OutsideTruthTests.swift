import Evaluation
import Testing

/// Against pycocotools, on small data sets with ties, crowds, empty images, categories without objects, an id of 0, more
/// than 100 detections, and overlaps that are exactly a threshold.
@Suite struct OutsideTruthTests {
  @Test("the twelve numbers are those of pycocotools", arguments: Truth.sets)
  func numbers(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let found = try truth.quality(of: set.results(truth)).cocoNumbers
    #expect(found.count == 12 && set.numbers.count == 12)
    for (found, expected) in zip(found, set.numbers) { #expect(abs(found - expected) < 1e-9) }
  }

  @Test("each category's precision and recall are those of pycocotools", arguments: Truth.sets)
  func categories(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let quality = try truth.quality(of: set.results(truth))
    #expect(quality.categoryIDs == set.categories)
    for (index, category) in set.categories.enumerated() {
      for area in AreaRange.allCases {
        let found = quality.averagePrecision(category: category, area: area) ?? -1
        #expect(abs(found - set.precisions[index][area.rawValue]) < 1e-9)
      }
      for limit in DetectionLimit.allCases {
        let found = quality.averageRecall(category: category, limit: limit) ?? -1
        #expect(abs(found - set.recalls[index][limit.rawValue]) < 1e-9)
      }
    }
  }

  @Test("the curve of precision over recall, and its scores, are those of pycocotools", arguments: Truth.sets)
  func curves(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let quality = try truth.quality(of: set.results(truth))
    guard let expected = set.curve else {
      #expect(truth.categories.allSatisfy { quality.curve(category: $0.id, at: .iou50) == nil })
      return
    }
    let curve = try #require(quality.curve(category: expected.category, at: .iou50))
    for (index, point) in curve.enumerated() {
      #expect(abs(point.precision - expected.precision[index]) < 1e-9)
      #expect((point.score ?? 0) == expected.scores[index])
    }
  }

  @Test("the number of threads changes nothing", arguments: Truth.sets)
  func threads(_ set: Truth.DataSet) throws {
    let truth = try set.truth
    let results = try set.results(truth)
    let alone = try truth.quality(of: results)
    for threads in 2...4 { #expect(try truth.quality(of: results, threads: threads) == alone) }
  }
}
