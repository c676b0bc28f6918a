import Foundation
import Kernels
import Testing

@testable import Evaluation

private let truthText = """
  {"images": [{"id": 1}, {"id": 2, "width": 640, "height": null}],
   "annotations": [{"id": 5, "image_id": 1, "category_id": 3, "bbox": [0, 0, 9, 8]}],
   "categories": [{"id": 3, "name": "개"}]}
  """
private let resultText = #"[{"image_id": 1, "category_id": 3, "bbox": [0, 0, 9, 8], "score": 0.5}]"#

private func problem(_ text: String, _ old: String, _ new: String) -> DataError? {
  let changed = text.replacingOccurrences(of: old, with: new)
  #expect(changed != text)
  return #expect(throws: DataError.self) {
    if text == truthText {
      _ = try GroundTruth(json: Array(changed.utf8), name: "a.json")
    } else {
      _ = try GroundTruth(json: Array(truthText.utf8), name: "a.json").results(
        json: Array(changed.utf8), name: "a.json")
    }
  }
}

@Suite struct DataErrorTests {
  @Test(
    "an annotation's mistakes are told with their place",
    arguments: [
      (#""id": 5"#, #""id": 5.5"#, DataError.Problem.notWhole, "annotations[0].id"),
      (#""id": 5"#, #""id": "5""#, .unexpected(UInt8(ascii: "\""), .wholeNumber), "annotations[0].id"),
      (#""id": 5, "#, "", .missing("id"), "annotations[0]"),
      (#""image_id": 1"#, #""image_id": 7"#, .unknownImage(7), "annotations[0].image_id"),
      (#""category_id": 3"#, #""category_id": 4"#, .unknownCategory(4), "annotations[0].category_id"),
      ("9, 8]", "9, NaN]", .notFinite, "annotations[0].bbox[3]"), ("9, 8]", "9]", .notFour(3), "annotations[0].bbox"),
      ("9, 8]", "9, -8]", .negativeSize(-8), "annotations[0].bbox"),
      (#"{"id": 2"#, #"{"id": 1"#, .duplicateID(1), "images[1].id"),
      (#""images""#, #""image""#, .missing("images"), ""), (#"개"}]}"#, #"개"}]"#, .endsEarly, ""),
      ("9, 8]", "9, 8}", .unexpected(UInt8(ascii: "}"), .commaOrBracket), "annotations[0].bbox"),
    ])
  func annotations(_ old: String, _ new: String, _ expected: DataError.Problem, _ path: String) throws {
    let error = try #require(problem(truthText, old, new))
    #expect(error.problem == expected && error.path == path && error.file == "a.json")
  }

  @Test(
    "a result's mistakes are told with their place",
    arguments: [
      (#""image_id": 1"#, #""image_id": 7"#, DataError.Problem.unknownImage(7), "[0].image_id"),
      (#""category_id": 3"#, #""category_id": 0"#, .unknownCategory(0), "[0].category_id"),
      ("0.5", "NaN", .notFinite, "[0].score"), (#", "score": 0.5"#, "", .missing("score"), "[0]"),
      ("9, 8]", "-9, 8]", .negativeSize(-9), "[0].bbox"), ("}]", "}] x", .unexpected(UInt8(ascii: "x"), .end), ""),
    ])
  func results(_ old: String, _ new: String, _ expected: DataError.Problem, _ path: String) throws {
    let error = try #require(problem(resultText, old, new))
    #expect(error.problem == expected && error.path == path && error.file == "a.json")
  }

  @Test("an error speaks both languages, and says file, line, column and record")
  func words() throws {
    let error = try #require(problem(truthText, "9, 8]", "9, NaN]"))
    #expect(error.message.ko.hasPrefix("a.json:2:79 (annotations[0].bbox[3]): NaN이나 무한대는"))
    #expect(error.message.en.hasPrefix("a.json:2:79 (annotations[0].bbox[3]): NaN and infinity"))
    let missing = #expect(throws: DataError.self) { try GroundTruth(contentsOf: "/no/such.json") }
    #expect(missing?.message.en.hasPrefix("/no/such.json: The file cannot be read (no such file") == true)
  }

  @Test("broken files end in an error, wherever they are cut or changed")
  func broken() throws {
    let bytes = Array(truthText.utf8)
    for count in 0..<bytes.count {
      #expect(throws: DataError.self) { try GroundTruth(json: Array(bytes.prefix(count)), name: "cut") }
    }
    var random = SplitMix64(seed: 9)
    for _ in 0..<20_000 {  // it may still be JSON: but no crash
      var changed = bytes
      for _ in 0...random.index(below: 3) {
        changed[random.index(below: bytes.count)] = UInt8(random.index(below: 256))
      }
      _ = try? GroundTruth(json: changed, name: "changed")
    }
  }

  @Test("results that were not read are looked at too")
  func unread() throws {
    let truth = try GroundTruth(json: Array(truthText.utf8), name: "a.json")
    let box = CornerBox(x: 0, y: 0, width: 1, height: 1)
    let good = ScoredBox(imageID: 1, categoryID: 3, box: box, score: 1)
    var bad = good
    bad.score = .nan
    #expect(throws: DataError(.notFinite, path: "[1].score")) { try truth.quality(of: [good, bad]) }
    #expect(throws: DataError(.notFinite, path: "[1].score")) { try [good, bad].json() }
  }

  @Test("what is missing and may be has its usual value")
  func missing() throws {
    let annotation = try GroundTruth(json: Array(truthText.utf8), name: "a.json").annotations[0]
    #expect(annotation.area == 72 && !annotation.isCrowd)
  }

  @Test("reading undoes writing", arguments: Truth.sets)
  func writing(_ set: Truth.DataSet) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "evaluation-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let truth = try set.truth
    try truth.write(to: path)
    let again = try GroundTruth(contentsOf: path)
    #expect(again.images == truth.images && again.categories == truth.categories)
    #expect(again.annotations == truth.annotations)

    let results = try set.results(truth)
    try results.write(to: path)
    #expect(try again.results(contentsOf: path) == results)
    #expect(throws: DataError.self) { try results.write(to: "/no/such/folder/results.json") }
  }

  @Test("names keep every letter")
  func names() throws {
    let name = "\u{1}\n\"\\/ 한글 😀"
    let truth = try GroundTruth(images: [], categories: [.init(id: 1, name: name)], annotations: [])
    #expect(try GroundTruth(json: truth.json, name: "names").categories[0].name == name)
  }
}
