import Kernels
import Tensors
import Testing

@testable import Layers

/// The small network of `Fixtures/layers.py`: a frozen stem, a residual block with batch normalisation, a coarser level, and a
/// head that both levels share.
@Suite struct NetworkTrainingTests {
  let truth: LayersTruth.Training

  init() throws { truth = try LayersTruth.read().training }

  private func network() throws -> Network<Double> {
    var random = SplitMix64(seed: 1)
    func convolution(from inputs: Int, to outputs: Int, stride: Int = 1, groups: Int = 1, bias: Double? = 0)
      -> Convolution<Double>
    {
      Convolution(
        from: inputs, to: outputs, side: 3, stride: stride, padding: 1, groups: groups, weights: .kaiming, bias: bias,
        random: &random)
    }
    var network = Network<Double>()
    let stem = network.add(
      Rectifier(), named: "stem.relu", to: network.add(convolution(from: 2, to: 4), named: "stem", to: network.input))
    let inner = network.add(convolution(from: 4, to: 4, groups: 2, bias: nil), named: "conv", to: stem)
    let normalised = network.add(BatchNormalisation(channels: 4), named: "bn", to: inner)
    let fine = network.add(Rectifier(), named: "relu", to: network.sum(normalised, stem))
    let pooled = network.add(MaximumPooling(side: 3, stride: 1, padding: 1), named: "pool", to: fine)
    let down = network.add(convolution(from: 4, to: 4, stride: 2), named: "down", to: pooled)
    let normalisedDown = network.add(GroupNormalisation(channels: 4, groups: 2), named: "norm", to: down)
    let coarse = network.add(Rectifier(), named: "relu2", to: normalisedDown)
    let head = network.declare(convolution(from: 4, to: 2), named: "head")
    let sum = network.sum(fine, network.upsample(coarse, toSizeOf: fine))
    network.outputs = [network.apply(head, to: sum), network.apply(head, to: coarse)]
    network.freeze("stem")
    let names = network.parameters.names
    #expect(Set(names) == Set(truth.start.keys))
    network.parameters = NamedTensors(
      names.compactMap { name in truth.start[name].map { (name: name, tensor: $0.tensor) } })
    return network
  }

  static let schedule = LearningRateSchedule(base: 0.05, warmUp: 3, from: 0.1, falls: [7])

  /// One step of ½ Σ (y − t)²; returns the loss and the norm of its gradient.
  private func step(
    _ network: inout Network<Double>, _ descent: inout GradientDescent<Double>, number: Int
  ) -> (loss: Double, norm: Double) {
    let run = network.forward(truth.x.tensor, keeping: .wayBack)
    let slopes = zip(network.outputs, truth.targets).map { ($0, run[$0] - $1.tensor) }
    network.state = run.state
    var gradient = network.backward(Dictionary(uniqueKeysWithValues: slopes), run)
    let norm = gradient.clip(toNorm: 5)
    descent.learningRate = Self.schedule.rate(at: number)
    descent.step(&network, gradient: gradient)
    return (slopes.reduce(0) { $0 + $1.1.dot($1.1) / 2 }, norm)
  }

  @Test("ten steps agree with PyTorch: losses, norms, parameters, and what batch normalisation followed")
  func tenSteps() throws {
    var network = try network(), descent = GradientDescent<Double>(learningRate: 0, weightDecay: 0.01)
    #expect(truth.losses.count == 10)
    for (number, expected) in zip(truth.losses, truth.norms).enumerated() {
      let (loss, norm) = step(&network, &descent, number: number)
      #expect(abs(loss / expected.0 - 1) < 1e-10)
      #expect(abs(norm / expected.1 - 1) < 1e-9)
    }
    #expect(Set(network.tensors.names) == Set(truth.end.keys))
    for (name, tensor) in network.tensors {
      let expected = try #require(truth.end[name])
      #expect(isNear(tensor, expected.tensor, within: 1e-10), "\(name)")
    }
  }

  @Test("a training that stops and goes on gives the same bits")
  func goesOn() throws {
    var network = try network(), descent = GradientDescent<Double>(learningRate: 0, weightDecay: 0.01)
    var random = SplitMix64(seed: 8)
    for number in 0..<4 { _ = step(&network, &descent, number: number) }
    _ = random.next()
    let state = TrainingState(of: network, descent, step: 4, random: random)
    for number in 4..<7 { _ = step(&network, &descent, number: number) }

    var other = try self.network(), otherDescent = GradientDescent<Double>(learningRate: 0, weightDecay: 0.01)
    var otherRandom = SplitMix64(seed: 0)
    try state.restore(&other, &otherDescent, &otherRandom)
    #expect(otherRandom.next() == random.next())
    for number in state.step..<7 { _ = step(&other, &otherDescent, number: number) }
    #expect(other.tensors == network.tensors)
    #expect(otherDescent.velocities == descent.velocities)
  }

  @Test("what does not fit is refused, and nothing changes")
  func mismatches() throws {
    var network = try network()
    let before = network.tensors
    let bias = Tensor<Double>(shape: [3], repeating: 1)
    #expect(throws: TensorMismatch.missing("head.bias")) {
      try network.take(NamedTensors(before.filter { $0.name != "head.bias" }))
    }
    #expect(throws: TensorMismatch.shape("head.bias", found: [3], expected: [2])) {
      try network.take(NamedTensors(before.map { ($0.name, $0.name == "head.bias" ? bias : 2 * $0.tensor) }))
    }
    #expect(throws: TensorMismatch.unknown("tail.bias")) {
      try network.take(NamedTensors(before.map { ($0.name, 2 * $0.tensor) } + [("tail.bias", bias)]))
    }
    #expect(network.tensors == before)
    try network.take(NamedTensors(before.reversed().map { ($0.name, 2 * $0.tensor) }))
    #expect(network.tensors == NamedTensors(before.map { ($0.name, 2 * $0.tensor) }))
  }

  @Test("what is frozen stays, and no step copies what it changes")
  func inPlace() throws {
    var network = try network(), descent = GradientDescent<Double>(learningRate: 0, weightDecay: 0.01)
    let stem = network.parameters.part("stem")
    func head(_ network: Network<Double>) -> UnsafeRawPointer? {
      network.parameters["head.weight"]?.scalars.withUnsafeBytes { $0.baseAddress }
    }
    _ = step(&network, &descent, number: 0)
    let place = head(network)
    _ = step(&network, &descent, number: 1)
    #expect(head(network) == place)
    #expect(network.parameters.part("stem") == stem)
  }
}
