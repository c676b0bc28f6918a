import Boxes
import Foundation
import Testing

/// What `Fixtures/make_truth.py` wrote: torchvision's results.
struct Truth: Decodable {
  struct Overlaps: Decodable { var boxes, iou, giou: [Double] }
  struct Anchors: Decodable {
    struct Case: Decodable {
      var width, height, count, step: Int
      var ratios: [Double]
      var scales: [Double]?
      var sums, samples: [Double]
    }
    var cells: [[Double]]
    var cases: [Case]
  }
  struct Matching: Decodable {
    var boxes: [Double]
    var object, background: Double
    var lowQuality: Bool
    var runs: [[Int]]

    /// One number for each anchor: a box, −1 for background, −2 for ignored.
    var matches: [Int] {
      var all: [Int] = []
      for run in runs { all += Array(repeating: run[1], count: run[0] - all.count) }
      return all
    }
  }
  struct Offsets: Decodable { var weights, boxes, anchors, encoded, deltas, decoded: [Double] }
  struct Suppressions: Decodable {
    struct Hard: Decodable {
      struct Kept: Decodable {
        var threshold: Double
        var all, byClass: [Int]
      }
      var boxes: [Double]
      var scores: [Float]
      var classes: [Int]
      var kept: [Kept]
    }
    var hard: [Hard]
    var linear, gaussian: [[Double]]
  }

  var overlaps: Overlaps
  var anchors: Anchors
  var matches: [Matching]
  var offsets: [Offsets]
  var suppressions: Suppressions

  static let torchvision: Truth = {
    do {
      let file = try #require(
        Bundle.module.url(forResource: "torchvision", withExtension: "json", subdirectory: "Fixtures"))
      return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: file))
    } catch {
      fatalError("the truth torchvision.json cannot be read: \(error)")
    }
  }()
}

/// Four numbers a box.
func boxes(_ numbers: [Double]) -> BoxList {
  BoxList(
    stride(from: 0, to: numbers.count, by: 4).map {
      Box(xMin: numbers[$0], yMin: numbers[$0 + 1], xMax: numbers[$0 + 2], yMax: numbers[$0 + 3])
    })
}

func numbers(_ box: Box) -> [Double] { [box.xMin, box.yMin, box.xMax, box.yMax] }

/// Within 1e-5, relatively where numbers are above 1.
func agree(_ found: [Double], _ truth: [Double]) -> Bool {
  found.count == truth.count && zip(found, truth).allSatisfy { abs($0 - $1) <= 1e-5 * max(1, abs($1)) }
}
