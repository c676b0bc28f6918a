import Evaluation
import Foundation
import Images
import Localization
import Tensors
import TestSupport
import Testing
import Weights

@testable import DetectionCommands

/// `chapter7 detect` and `chapter7 evaluate`, as they are typed.
@MainActor @Suite struct CommandTests {
  private let shop: TemporaryFolder

  init() throws { shop = try TemporaryFolder() }

  private func detect(_ arguments: String...) throws { try DetectCommand.parse(arguments).perform() }
  private func evaluate(_ arguments: String...) throws { try EvaluateCommand.parse(arguments).perform() }

  /// What the reader is told; both languages say it, and the next step.
  private func complaint(_ body: () throws -> Void) -> Bilingual? {
    do { try body() } catch { return (error as? any BilingualError)?.message }
    return nil
  }

  // MARK: - detect

  @Test("a picture is drawn beside the photograph, which stays as it is, and results are written on request")
  func detect() throws {
    let (weights, photo) = (try shop.weights(), try shop.photo("17.png"))
    let before = shop.bytes("17.png")
    try detect(photo, "--weights", weights, "--threshold", "0.3", "--json", shop["found.json"])
    #expect(shop.bytes("17.png") == before)
    #expect(shop.contents == ["17.detected.png", "17.png", "found.json", "weights.safetensors"])
    #expect(try readPicture(at: shop["17.detected.png"]).width == 960)
    let truth = try GroundTruth(
      images: [.init(id: 17)], categories: [.init(id: 1, name: "cat"), .init(id: 2, name: "dog")], annotations: [])
    let found = try truth.results(contentsOf: shop["found.json"])
    #expect(!found.isEmpty && found.allSatisfy { $0.score > 0.3 })
    #expect(found.allSatisfy { $0.box.x >= 0 && $0.box.x + $0.box.width <= 90.001 })

    try detect(photo, "--weights", weights, "--threshold", "0.99", "--out", shop["new/none.png"])
    #expect(try readPicture(at: shop["new/none.png"]).width == 960)
  }

  @Test("photographs of any shape are drawn", arguments: [(1, 1), (1, 3000), (3000, 1), (2000, 30)])
  func shapes(width: Int, height: Int) throws {
    let photo = try shop.photo("p.png", width: width, height: height)
    try detect(photo, "--weights", try shop.weights(), "--threshold", "0.05")
    let drawn = try readPicture(at: shop["p.detected.png"])
    #expect(drawn.width >= 160 && drawn.height >= 160 && max(drawn.width, drawn.height) <= 1920)
  }

  @Test("what cannot be read is named, in both languages, and nothing is written")
  func unreadable() throws {
    let (weights, photo) = (try shop.weights(), try shop.photo("p.png"))
    let whole = try #require(shop.bytes("weights.safetensors"))
    try shop.write(whole.prefix(whole.count / 2), to: "cut.safetensors")
    var other = SafetensorsWriter()
    other.add("encoder.weight", Tensor<Float>(shape: [2], repeating: 0))
    try other.write(to: shop["other.safetensors"])
    try shop.write("no picture", to: "text.jpg")
    let before = shop.contents
    let cases: [(photo: String, weights: String, words: String)] = [
      (photo, shop["none.pth"], "none.pth"), (photo, shop["cut.safetensors"], "again"),
      (photo, shop["other.safetensors"], "missing"), (photo, photo, "neither"),
      (shop["none.jpg"], weights, "none.jpg"), (shop["text.jpg"], weights, "not a picture"),
      (shop.path, weights, "not a file"),
    ]
    for (photo, weights, words) in cases {
      let complaint = complaint { try detect(photo, "--weights", weights, "--out", shop["o.png"]) }
      #expect(complaint?.en.contains(words) == true, "\(complaint?.en ?? "nothing")")
      #expect(complaint.map { $0.ko != $0.en } == true && shop.contents == before)
    }
  }

  @Test("nothing that is read is written over, nor where nothing can be written")
  func unwritable() throws {
    let (weights, photo) = (try shop.weights(), try shop.photo("p.png"))
    try FileManager.default.createSymbolicLink(atPath: shop["link.png"], withDestinationPath: photo)
    try FileManager.default.linkItem(atPath: weights, toPath: shop["twin.png"])
    let before = shop.contents.map { ($0, shop.bytes($0)) }
    let cases: [(arguments: [String], words: String)] = [
      (["--out", photo], "destroy"), (["--out", shop["link.png"]], "destroy"),
      (["--out", shop["twin.png"]], "destroy"), (["--json", weights], "destroy"),
      (["--json", shop["p.detected.png"]], "destroy"), (["--out", shop["p.jpg"]], ".png"),
      (["--out", photo + "/below.png"], "cannot be written"), (["--json", shop.path], "cannot be written"),
    ]
    for (arguments, words) in cases {
      let complaint = complaint { try DetectCommand.parse([photo, "--weights", weights] + arguments).perform() }
      #expect(complaint?.en.contains(words) == true, "\(arguments): \(complaint?.en ?? "nothing")")
      #expect(shop.contents == before.map(\.0) && before.allSatisfy { shop.bytes($0.0) == $0.1 })
    }
  }

  // MARK: - evaluate

  /// Annotations of three photographs: what the detector itself finds in them with the highest scores.
  private func annotated(_ weights: String) throws -> GroundTruth {
    let file = try DetectorFile(at: weights, epsilon: nil, size: nil)
    let detector = PhotoDetector(try file.network())
    var images: [GroundTruth.Image] = [], found: [ScoredBox] = []
    for (index, (width, height)) in [(90, 60), (60, 90), (90, 60)].enumerated() {
      let name = "\(index).png"
      let photo = try shop.photo(name, width: width, height: height, seed: UInt64(index + 1))
      images.append(.init(id: index + 1, width: width, height: height, fileName: name))
      found += try detector.objects(in: file.input(readPicture(at: photo)), decoding: .torchvision).map {
        ScoredBox($0, imageID: index + 1, file.classes)
      }
    }
    let annotations = found.sorted { $0.score > $1.score }.prefix(60).enumerated().map { index, found in
      GroundTruth.Annotation(
        id: index + 1, imageID: found.imageID, categoryID: found.categoryID, box: found.box)
    }
    return try GroundTruth(
      images: images, categories: [.init(id: 1, name: "cat"), .init(id: 2, name: "dog")], annotations: annotations)
  }

  @Test("a detector finds what it found: its AP on its own detections is 1, and no results are left out")
  func evaluate() throws {
    let weights = try shop.weights()
    let truth = try annotated(weights)
    try truth.write(to: shop["truth.json"])
    try evaluate(
      "--weights", weights, "--annotations", shop["truth.json"], "--images", shop.path, "--json",
      shop["found.json"])
    let found = try truth.results(contentsOf: shop["found.json"])
    #expect(Set(found.map(\.imageID)) == [1, 2, 3])
    let quality = try truth.quality(of: found)
    #expect(quality.averagePrecision(at: .iou50) == 1 && quality.averageRecall() == 1)

    try evaluate(
      "--weights", weights, "--annotations", shop["truth.json"], "--images", shop.path, "--json",
      shop["first.json"], "--limit", "1")
    #expect(Set(try truth.results(contentsOf: shop["first.json"]).map(\.imageID)) == [1])
  }

  @Test("annotations and folders that do not go together are refused before anything is computed")
  func refused() throws {
    let weights = try shop.weights()
    let truth = try annotated(weights)
    func written(
      _ images: [GroundTruth.Image]? = nil, _ categories: [GroundTruth.Category]? = nil
    ) throws -> String {
      let changed = try GroundTruth(
        images: images ?? truth.images, categories: categories ?? truth.categories,
        annotations: images == nil && categories == nil ? truth.annotations : [])
      try changed.write(to: shop["truth.json"])
      return shop["truth.json"]
    }
    let more = truth.images + (0..<5).map { .init(id: 10 + $0, fileName: "gone\($0).png") }
    try shop.write("{\"images\": [", to: "broken.json")
    let cases: [(annotations: () throws -> String, images: String, words: String)] = [
      ({ try written(more) }, shop.path, "5 of 8 images are not in"),
      ({ try written(more) }, shop.path, "gone0.png, gone1.png, gone2.png, …"),
      ({ try written([]) }, shop.path, "no image"), ({ try written([.init(id: 1)]) }, shop.path, "no file_name"),
      ({ try written(nil, [.init(id: 9, name: "zebra")]) }, shop.path, "no class 9 (zebra)"),
      ({ try written(nil, [.init(id: 1, name: "person")]) }, shop.path, "but cat in the weights"),
      ({ try written() }, shop["nowhere"], "no folder"), ({ try written() }, weights, "no folder"),
      ({ shop["broken.json"] }, shop.path, "ends too early"),
      ({ shop["none.json"] }, shop.path, "none.json"),
    ]
    for (annotations, images, words) in cases {
      let annotations = try annotations()
      let complaint = complaint {
        try evaluate(
          "--weights", weights, "--annotations", annotations, "--images", images, "--json", shop["found.json"])
      }
      #expect(complaint?.en.contains(words) == true, "\(complaint?.en ?? "nothing")")
      #expect(complaint.map { $0.ko != $0.en } == true && shop.bytes("found.json") == nil)
    }
  }
}
