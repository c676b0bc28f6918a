import Kernels

/// The weights of a convolution as products of matrices take them: those of sixteen output channels side by side.
///
/// The way back is a convolution with the window turned by half a turn, and input and output channels exchanged:
/// w′[c, o, u, v] = w[o, c, side − 1 − u, side − 1 − v], group by group.
struct WeightBlocks: @unchecked Sendable {
  /// Of the convolution that is computed, forward or back.
  let shape: ConvolutionShape
  let isTurned: Bool
  private let weights: UnsafeBufferPointer<Float>
  private let scales: [Float]?

  /// - Parameters:
  ///   - weights: w, C′ × (C / groups) × side².
  ///   - isTurned: whether w′ is asked for, and `shape` is that of the way back.
  ///   - scales: what is multiplied with w, for each of its output channels o; nil for 1.
  init(_ weights: UnsafeBufferPointer<Float>, shape: ConvolutionShape, isTurned: Bool, scales: [Float]? = nil) {
    require(weights.count, ==, shape.weightCount, "weights are C′ × C / groups × side²")
    if let scales { require(scales.count, ==, isTurned ? shape.inputs : shape.outputs, "a factor for each output") }
    (self.weights, self.shape, self.isTurned, self.scales) = (weights, shape, isTurned, scales)
  }

  private var area: Int { shape.side * shape.side }

  /// Calls `body` with each input channel of a bundle, up to whole sixteens, and its weights for sixteen output channels; they are 0
  /// where there is no channel, and between groups.
  ///
  /// - Parameters:
  ///   - outputs: which sixteen output channels of the bundle.
  ///   - body: gets where the weights of the first place of the window lie, sixteen side by side, and how far it is from one place
  ///     to the next.
  @inline(__always)
  func forEachInput(
    bundle: Int, outputs: Int, _ body: (_ input: Int, _ weights: UnsafePointer<Float>, _ toPlace: Int) -> Void
  ) {
    let (first, toPlace) = isTurned ? ((area - 1) * 16, -16) : (0, 16), count = (16 * area + 16) * 16
    withUnsafeTemporaryAllocation(byteCount: count * 4, alignment: 64) { room in
      guard let room = room.baseAddress?.bindMemory(to: Float.self, capacity: count) else { return }
      for inputs in 0..<BlockedTensor.blocks(of: shape.bundleInputs) {
        read(bundle: bundle, inputs: inputs, outputs: outputs, to: room)
        if let scales { scale(room, by: scales, bundle: bundle, inputs: inputs, outputs: outputs) }
        for input in 0..<16 { body(inputs * 16 + input, room + input * area * 16 + first, toPlace) }
      }
    }
  }

  /// Weights of o times what belongs to o, which is an input channel on the way back.
  private func scale(
    _ room: UnsafeMutablePointer<Float>, by scales: [Float], bundle: Int, inputs: Int, outputs: Int
  ) {
    func scale(_ channel: Int, of count: Int) -> Float {
      channel < count ? scales[bundle * count + channel] : 0
    }
    var ofOutputs = FloatVector(repeating: 1)
    if !isTurned { for lane in 0..<16 { ofOutputs[lane] = scale(outputs * 16 + lane, of: shape.bundleOutputs) } }
    for input in 0..<16 {
      let factor = isTurned ? FloatVector(repeating: scale(inputs * 16 + input, of: shape.bundleInputs)) : ofOutputs
      for place in input * area..<(input + 1) * area { store(factor * load(room + place * 16), to: room + place * 16) }
    }
  }

  /// Sixteen input channels × places × sixteen output channels.
  private func read(bundle: Int, inputs: Int, outputs: Int, to room: UnsafeMutablePointer<Float>) {
    let inputCount = min(16, shape.bundleInputs - inputs * 16)
    let outputCount = min(16, shape.bundleOutputs - outputs * 16)
    guard shape.bundledGroups == 1, outputCount == 16, let base = weights.baseAddress else {
      return readOneByOne(bundle, inputs * 16..<inputs * 16 + inputCount, outputs * 16, outputCount, to: room)
    }
    let first = index(bundle: bundle, input: inputs * 16, output: outputs * 16)
    if isTurned {
      for input in 0..<inputCount {
        readPlaces(base, first + input * shape.bundleOutputs * area, to: room + input * area * 16)
      }
    } else {
      gather(base + first, toChannel: shape.bundleInputs * area, channels: 16, count: inputCount * area, to: room)
    }
    (room + inputCount * area * 16).initialize(repeating: 0, count: (16 - inputCount) * area * 16)
  }

  /// Sixteen output channels of the way back, each with its places together.
  @inline(__always)
  private func readPlaces(_ base: UnsafePointer<Float>, _ first: Int, to room: UnsafeMutablePointer<Float>) {
    if area == 1 {
      store(load(base + first), to: room)
    } else if area < 16, first + 15 * area + 16 <= weights.count {
      // What is too much behind these places is overwritten by the next ones.
      transpose(base + first, area, to: room, 16)
    } else {
      gather(base + first, toChannel: area, channels: 16, count: area, to: room)
    }
  }

  private func readOneByOne(
    _ bundle: Int, _ inputs: Range<Int>, _ firstOutput: Int, _ outputCount: Int, to room: UnsafeMutablePointer<Float>
  ) {
    room.initialize(repeating: 0, count: 256 * area)
    let (inputsEach, outputsEach) = (shape.inputs / shape.groups, shape.outputs / shape.groups)
    for output in firstOutput..<firstOutput + outputCount {
      let group = output / outputsEach
      for input in inputs.clamped(to: group * inputsEach..<(group + 1) * inputsEach) {
        let from = index(bundle: bundle, input: input, output: output)
        for place in 0..<area {
          room[((input - inputs.lowerBound) * area + place) * 16 + output - firstOutput] = weights[from + place]
        }
      }
    }
  }

  /// Where the first place's weight between two channels of a bundle, which belong to the same group, lies in w.
  private func index(bundle: Int, input: Int, output: Int) -> Int {
    let (inputsEach, outputsEach) = (shape.inputs / shape.groups, shape.outputs / shape.groups)
    let row =
      isTurned
      ? (bundle * shape.bundleInputs + input) * outputsEach + output % outputsEach
      : (bundle * shape.bundleOutputs + output) * inputsEach + input % inputsEach
    return row * area
  }
}
