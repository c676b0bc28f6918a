import TensorKernels

/// One or several steps of a network that are done in one go.
struct FusedStep {
  enum Operation: Hashable {
    /// A convolution, the normalisation behind it, the sum with a second value, if there is one, and the rectifier behind that.
    case convolution(Network<Float>.LayerID, norm: Network<Float>.LayerID?, Activation)
    case pooling(PoolingShape)
    /// A value, or the sum of two, and the rectifier behind it.
    case sum(Activation)
    /// A value enlarged to the size of what comes out, and the second value added, if there is one.
    case enlarging
    /// Any other layer, as it is.
    case layer(Network<Float>.LayerID)
  }

  let operation: Operation
  /// By number: what it takes.
  var operands: [Int]
  /// And what it gives.
  var output: Int
}

/// Finds what may be done in one go: where a value goes into but one step, and nobody asked for it, it need not exist.
struct Fusion {
  private let network: Network<Float>
  /// Whether a convolution may do what a normalisation behind it does.
  private let absorbs: (Network<Float>.LayerID) -> Bool
  /// The steps that take each value.
  private let users: [[Int]]
  private(set) var steps: [FusedStep] = []

  /// - Parameter isTraining: whether there will be a way back; a normalisation with parameters that are trained is then a step of its own.
  init(_ network: Network<Float>, isTraining: Bool = false) {
    self.network = network
    absorbs = { id in
      guard let norm = network.layers[id.index] as? any ChannelLines else { return false }
      return !isTraining || (norm.channelLines != nil && !network.isTrained(id.index))
    }
    var users = network.steps.map { _ in [Int]() }
    for (index, step) in network.steps.enumerated() {
      for operand in step.operands { users[operand.index].append(index) }
    }
    for output in network.outputs { users[output.index].append(network.steps.count) }
    self.users = users
    fuse()
  }

  /// Whether every step that takes what goes in reads it as it is given, channel after channel.
  var readsPlanes: Bool {
    steps.allSatisfy { step in
      guard step.operands.contains(0) else { return true }
      guard case .convolution(let id, _, _) = step.operation, step.operands == [0],
        let convolution = network.layers[id.index] as? Convolution<Float>
      else { return false }
      return PackedConvolution.readsPlanes(convolution.shape)
    }
  }

  /// The only step that takes a value; nil where there are more, or the value is an output.
  private func onlyUser(of value: Int) -> Int? {
    users[value].count == 1 ? users[value].first { $0 < network.steps.count } : nil
  }

  private mutating func fuse() {
    var done: Set<Int> = [0]
    for index in network.steps.indices where !done.contains(index) {
      var (step, absorbed) = start(index)
      var last = index
      while let next = onlyUser(of: last), let longer = extended(step, by: next, taking: last) {
        (step, last) = (longer, next)
        absorbed.append(next)
      }
      step.output = last
      done.formUnion(absorbed)
      steps.append(step)
    }
    steps = steps.filter { $0.operation != .enlarging || $0.operands.count == 2 || !isAdded($0.output) }
      .sorted { $0.output < $1.output }
  }

  // MARK: - Where one begins

  /// What a step of the network is by itself.
  private func start(_ index: Int) -> (FusedStep, absorbed: [Int]) {
    let operation: FusedStep.Operation
    var operands: [Int]
    switch network.steps[index] {
    case .input: preconditionFailure("what goes in is no step")
    case .upsample(let x, _): (operation, operands) = (.enlarging, [x.index])
    case .sum(let a, let b):
      (operation, operands) = (.sum(.none), [a.index, b.index])
      for (small, other) in [(a, b), (b, a)] where isAdded(small.index) {
        guard case .upsample(let x, _) = network.steps[small.index] else { continue }
        return (FusedStep(operation: .enlarging, operands: [x.index, other.index], output: index), [index])
      }
    case .layer(let id, let x):
      operands = [x.index]
      switch network.layers[id.index] {
      case is Convolution<Float>: operation = .convolution(id, norm: nil, .none)
      case is Rectifier<Float>: operation = .sum(.rectifier)
      case let pool as MaximumPooling<Float>:
        operation = .pooling(PoolingShape(side: pool.side, stride: pool.stride, padding: pool.padding))
      default: operation = .layer(id)
      }
    }
    return (FusedStep(operation: operation, operands: operands, output: index), [index])
  }

  /// Whether a value is an enlarged one whose only use is a sum: then it is enlarged while it is added.
  private func isAdded(_ value: Int) -> Bool {
    guard case .upsample = network.steps[value], let user = onlyUser(of: value),
      case .sum(let a, let b) = network.steps[user]
    else { return false }
    let other = a.index == value ? b.index : a.index
    if case .upsample = network.steps[other] { return other > value }  // of two, the first
    return other != value
  }

  // MARK: - And how it goes on

  /// The step and the next one in one go, or nil where they are two.
  private func extended(_ step: FusedStep, by next: Int, taking last: Int) -> FusedStep? {
    switch (step.operation, network.steps[next]) {
    case (.convolution(let id, norm: nil, .none), .layer(let norm, _))
    where step.operands.count == 1 && absorbs(norm):
      FusedStep(operation: .convolution(id, norm: norm, .none), operands: step.operands, output: next)
    case (.convolution(let id, let norm, .none), .sum(let a, let b))
    where step.operands.count == 1 && max(a, b).index == last && a != b && !isAdded(min(a, b).index):
      FusedStep(
        operation: .convolution(id, norm: norm, .none), operands: step.operands + [min(a, b).index], output: next)
    case (.convolution(let id, let norm, .none), .layer(let layer, _)) where isRectifier(layer):
      FusedStep(operation: .convolution(id, norm: norm, .rectifier), operands: step.operands, output: next)
    case (.sum(.none), .layer(let layer, _)) where isRectifier(layer):
      FusedStep(operation: .sum(.rectifier), operands: step.operands, output: next)
    default: nil
    }
  }

  private func isRectifier(_ layer: Network<Float>.LayerID) -> Bool { network.layers[layer.index] is Rectifier<Float> }
}
