import Boxes
import Detection
import DrawnShapes
import Evaluation
import Foundation
import Images
import Tensors
import Testing
import Weights

@testable import ShapeDetector

@Suite struct ShapeResultsTests {
  @Test("a fresh detector gives every anchor the prior, and finds nothing; some steps lower its loss")
  func learns() throws {
    var recipe = TrainingRecipe(seed: 1)
    (recipe.steps, recipe.batch, recipe.warmUp) = (24, 4, 8)
    var training = try ShapeTraining(recipe)
    let pictures = try ShapePicture.unseen(8)
    let before = ShapeResults(of: training.detector, on: pictures)
    #expect(before.found.allSatisfy(\.isEmpty) && before.quality.averagePrecision(at: .iou50) == 0)
    while !training.isFinished { try training.step() }
    let first = training.curve.prefix(4).map(\.loss).reduce(0, +) / 4
    let last = training.curve.suffix(4).map(\.loss).reduce(0, +) / 4
    #expect(last < 0.8 * first, "\(first) to \(last)")

    let trial = ShapeTrial(
      of: training, before: before, after: ShapeResults(of: training.detector, on: pictures), points: 10)
    #expect(trial.stride == 3 && trial.box.count == 8 && trial.before.averagePrecision50 == 0)
    let mean = trial.classification.reduce(0, +) / 8
    #expect(abs(Double(mean) - training.curve.map(\.classification).reduce(0, +) / 24) < 1e-5)
    #expect(try JSONDecoder().decode(ShapeTrial.self, from: JSONEncoder().encode(trial)) == trial)
  }

  @Test("weights kept with 16 bits find the same objects, nearly where they were")
  func halves() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "halves-\(UUID().uuidString).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let whole = RetinaNet<Float>(.shapes, start: .random(seed: 3))
    try whole.writeHalves(to: path, notes: ["seed": "3"])
    let kept = try RetinaNet<Float>(shapesFrom: path)
    let x = Tensor<Float>(images: try ShapePicture.unseen(2).map(\.image))
    let (a, b) = (whole.outputs(of: x), kept.outputs(of: x))
    for (a, b) in zip(a.logits + a.deltas, b.logits + b.deltas) {
      let largest = a.scalars.map(abs).max() ?? 0
      #expect(a.shape == b.shape && zip(a.scalars, b.scalars).allSatisfy { abs($0 - $1) < 0.01 * largest })
    }
    #expect(
      try WeightFile(at: path).metadata.filter { ["format", "seed"].contains($0.key) } == ["format": "pt", "seed": "3"])
    #expect(throws: ShapeTrainingError.self) { try RetinaNet<Float>(shapesFrom: path + ".missing") }
  }

  @Test("the weights that chapter 7 keeps, with 16 bits a number, have the AP50 of its record, within a point")
  func kept() throws {
    struct Record: Decodable {
      struct Results: Decodable { let trials: [ShapeTrial] }
      let results: Results
    }
    let repository = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let chapter = repository.appending(path: "chapters/7-retinanet")
    let record = try JSONDecoder().decode(
      Record.self, from: Data(contentsOf: chapter.appending(path: "training.json")))
    let trained = try #require(record.results.trials.first).after.averagePrecision50
    let detector = try RetinaNet<Float>(shapesFrom: chapter.appending(path: "shapes.safetensors").path)
    let results = ShapeResults(of: detector, on: try ShapePicture.unseen(200))
    let kept = try #require(results.quality.averagePrecision(at: .iou50))
    #expect(abs(kept - trained) < 0.01, "\(kept), on record \(trained)")
  }

  @Test("the small network fits into half a megabyte of 16-bit numbers, and its anchors begin at 16 px")
  func size() throws {
    let network = RetinaNet<Float>(.shapes, start: .zeros).network
    #expect(2 * network.tensors.scalarCount <= 500_000)
    let sides = RetinaNetConfiguration.shapes.anchors.cellAnchors(at: .p3).map { $0.area.squareRoot() }
    #expect(abs((sides.min() ?? 0) - 16) < 1e-3)
  }

  @Test("a written detector is known by its file, and sees pictures through it as it was trained to")
  func recognised() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RetinaNet<Float>(.shapes, start: .random(seed: 1)).writeHalves(to: path)
    let file = try WeightFile(at: path)
    let (found, own, notes) = (
      try RetinaNetConfiguration(of: file), RetinaNetConfiguration.shapes, DetectorNotes(in: file.metadata)
    )
    #expect(found.backbone == own.backbone && found.channels == own.channels && found.sixthLevel == own.sixthLevel)
    #expect(found.subnetDepth == own.subnetDepth && found.subnetNorm == own.subnetNorm && found.classes == own.classes)
    #expect(notes.classes == ShapeClass.allCases.map(\.name))

    let pixels = Tensor(images: [try ShapeArtist().picture(seed: 1).image])
    let photo = Tensor<Float>(shape: Array(pixels.shape.dropFirst()), pixels.scalars.map { ($0 + 2) / 4 })
    let (rule, scale) = (try #require(notes.rule), try #require(notes.scale))
    let input = DetectorInput(photo, rule: rule, scale: scale)
    #expect(input.batch.shape == pixels.shape)
    var read = RetinaNet<Float>(found, start: .zeros)
    try read.load(file)
    let outputs = try read.plan(for: pixels.shape).outputs(of: input.batch).logitsOfAnchors
    let expected = try RetinaNet<Float>(shapesFrom: path).outputs(of: pixels).logitsOfAnchors
    #expect(zip(outputs.scalars, expected.scalars).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("nearly every object has an anchor of its own by the paper's rule")
  func anchors() throws {
    let anchors = RetinaNetConfiguration.shapes.anchors.anchors(for: try ImageSize(width: 128, height: 128))
    var missed = 0, objects = 0
    for seed in UInt64(1)...300 {
      let boxes = ShapeScene(seed: seed).objects.map(\.box)
      let matches = Matcher.paper.match(anchors: anchors, to: BoxList(boxes))
      objects += boxes.count
      missed += boxes.indices.filter { !matches.contains(.object($0)) }.count
    }
    #expect(objects > 500 && missed * 50 < objects, "\(missed) of \(objects)")
  }
}
