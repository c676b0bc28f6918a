import Boxes
import Kernels
import Layers
import Tensors
import Testing

@testable import Detection

@Suite struct TrainingErrorTests {
  private func batch(_ objects: [LabelledBox], _ number: Float = 0.5) throws -> TrainingBatch<Float> {
    try TrainingBatch(
      pictures: Tensor(shape: [1, 3, 64, 64], repeating: number), objects: [objects], names: ["picture 7"])
  }

  private func training() throws -> DetectorTraining<Float> {
    var configuration = Samples.tiny
    configuration.backboneNorm = .frozen(.standard)
    return DetectorTraining(try RetinaNet(seeded: configuration), schedule: LearningRateSchedule(base: 0.01))
  }

  @Test("a loss that is not finite stops with step, pictures and checkpoint, and changes nothing")
  func notFinite() throws {
    var training = try training()
    training.checkpoint = "run/12.safetensors"
    try training.step(batch(Samples.objects))
    let before = training.detector.network.tensors
    let error = #expect(throws: TrainingError.self) { try training.step(batch(Samples.objects, .nan)) }
    #expect(error?.problem == .lossNotFinite)
    #expect((error?.step, error?.pictures) == (2, ["picture 7"]))
    for words in [error?.message.ko, error?.message.en] {
      let words = try #require(words)
      #expect(words.contains("2") && words.contains("picture 7") && words.contains("run/12.safetensors"))
    }
    #expect(training.detector.network.tensors == before)
    #expect(training.steps == 1)
  }

  @Test("a gradient that is not finite stops, too")
  func gradient() throws {
    var training = try training()
    // Group normalisation makes little of small numbers on the way forward, and much on the way back.
    let factors: [String: Float] = ["bbox_reg.weight": 1e16, "conv.0.1.weight": 1e22, "conv.0.0.weight": 1e-8]
    training.detector.network.parameters = NamedTensors(
      training.detector.network.parameters.map { name, tensor in
        let factor = factors["\(name.drop { $0 != "_" }.dropFirst("_head.".count))"]
        return (name: name, tensor: name.hasPrefix("head.regression") ? (factor ?? 1) * tensor : tensor)
      })
    let before = training.detector.network.tensors
    let error = #expect(throws: TrainingError.self) { try training.step(batch(Samples.objects)) }
    #expect(error?.problem == .gradientNotFinite)
    #expect(training.detector.network.tensors == before)
  }

  @Test("objects without area and unknown classes are refused, with what they are")
  func objects() throws {
    var training = try training()
    let flat = LabelledBox(Box(xMin: 5, yMin: 5, xMax: 5, yMax: 9), label: 0)
    #expect(throws: TrainingError.self) { try training.step(batch([flat])) }
    let alien = LabelledBox(Box(xMin: 5, yMin: 5, xMax: 15, yMax: 9), label: 3)
    let error = #expect(throws: TrainingError.self) { try training.step(batch([alien])) }
    #expect(error?.problem == .unknownClass(label: 3, classes: 3))
    #expect(error?.message.en.contains("0 to 2") == true)
  }

  @Test("what is frozen stays, and everything else moves")
  func frozen() throws {
    var training = try training()
    training.detector.network.freeze("backbone.body.layer1")
    let before = training.detector.network.parameters
    try training.step(batch(Samples.objects))
    for (name, tensor) in training.detector.network.parameters {
      #expect((tensor == before[name]) == name.hasPrefix("backbone.body.layer1"), "\(name)")
    }
  }

  @Test("the loss falls while one picture is learned by heart")
  func learning() throws {
    var training = try training()
    training.schedule = LearningRateSchedule(base: 0.02)
    training.largestNorm = 1
    let losses = try (0..<25).map { _ in try training.step(batch(Samples.objects)).loss }
    #expect(losses[24] < 0.6 * losses[0])
  }
}
