import Detection
import Kernels
import Layers
import Tensors
import Weights

// A checkpoint is a `.safetensors` file: parameters and running statistics under the network's names, velocities behind
// "velocity.", the losses so far as "curve"; and as texts the step, where the random numbers stand, and the recipe.

extension ShapeTraining {
  private static let kind = "focal-loss-workbook: training of shapes"
  private static let velocity = "velocity.", curve = "curve"

  // MARK: - Writing

  /// Writes all that is needed to go on, at once or not at all: an older file stays as it was until the new one is complete.
  ///
  /// - Throws: `ShapeTrainingError.file` where there is no space, or nothing may be written there.
  public mutating func write(to path: String) throws(ShapeTrainingError) {
    let state = TrainingState(of: training.detector.network, training.descent, step: steps, random: random)
    var metadata = ["kind": Self.kind, "step": "\(state.step)", "random": "\(state.randomSeed)"]
    for setting in recipe.settings { metadata[setting.key] = setting.value }
    var file = SafetensorsWriter(metadata: metadata)
    for (name, tensor) in state.tensors { file.add(name, tensor) }
    for (name, tensor) in state.velocities { file.add(Self.velocity + name, tensor) }
    let losses = curve.flatMap { [$0.classification, $0.box, $0.norm] }
    file.add(Self.curve, Tensor<Double>(shape: [steps, 3], losses))
    do throws(WeightError) { try file.write(to: path) } catch { throw .file(error) }
    training.checkpoint = path
  }

  // MARK: - Reading

  /// A training as it was when the checkpoint was written: it goes on with the same bits as if it had never stopped.
  ///
  /// - Throws: `ShapeTrainingError.otherRecipe` for the checkpoint of another recipe, `.notACheckpoint` for another file of weights,
  ///   `.file` for what is neither.
  public init(_ recipe: TrainingRecipe, from path: String) throws(ShapeTrainingError) {
    try self.init(recipe)
    let file: WeightFile
    do throws(WeightError) { file = try WeightFile(at: path) } catch { throw .file(error) }
    let texts = file.metadata
    guard texts["kind"] == Self.kind else { throw .notACheckpoint(file: path) }
    let differences = recipe.settings.filter { texts[$0.key] != $0.value }
    guard differences.isEmpty else {
      throw .otherRecipe(file: path, differences.map { .init(setting: $0, found: texts[$0.key]) })
    }
    guard let step = texts["step"].flatMap({ Int($0) }), let seed = texts["random"].flatMap({ UInt64($0) }),
      (0...recipe.steps).contains(step)
    else { throw .notACheckpoint(file: path) }
    try restore(from: file, step: step, randomSeed: seed)
    training.checkpoint = path
  }

  private mutating func restore(
    from file: WeightFile, step: Int, randomSeed: UInt64
  ) throws(ShapeTrainingError) {
    do {
      let network = training.detector.network
      let tensors = try file.tensors(like: network.tensors)
      let velocities = step == 0 ? nil : try file.tensors(like: network.trainedParameters, behind: Self.velocity)
      try file.load([Self.curve: [step, 3]], as: Double.self) { _, numbers in
        curve = (0..<step).map {
          LossPoint(classification: numbers[$0, 0], box: numbers[$0, 1], norm: numbers[$0, 2])
        }
      }
      let state = TrainingState(
        tensors: tensors, velocities: velocities ?? NamedTensors([]), step: step, randomSeed: randomSeed)
      try state.restore(&training.detector.network, &training.descent, &random)
      training.steps = step
    } catch let error as WeightError { throw .file(error) } catch { throw .notACheckpoint(file: file.path) }
  }
}

extension WeightFile {
  /// The tensors of a network, in its order.
  ///
  /// - Parameter prefix: what stands before their names in the file.
  func tensors(
    like expected: NamedTensors<Float>, behind prefix: String = ""
  ) throws(WeightError) -> NamedTensors<Float> {
    var found: [String: Tensor<Float>] = [:]
    let shapes = expected.map { (prefix + $0.name, $0.tensor.shape) }
    try load(Dictionary(uniqueKeysWithValues: shapes), as: Float.self) { found[$0] = $1 }
    return NamedTensors(expected.names.compactMap { name in found[prefix + name].map { (name: name, tensor: $0) } })
  }
}
