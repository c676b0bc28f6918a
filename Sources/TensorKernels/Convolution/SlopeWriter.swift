import Kernels

/// Brings slopes of weights, of which sixteen input channels lie side by side, into the order of the weights.
struct SlopeWriter {
  let shape: ConvolutionShape
  /// What the slopes of an output channel's weights are multiplied with; nil for 1.
  var scales: [Float]?
  let threads: Int

  /// - Parameter read: for an output channel and a sixteen of input channels of a bundle, writes the slopes place by place.
  /// - Returns: C′ × (C / groups) × side².
  @inline(__always)
  func write(
    _ read: @Sendable (_ bundle: Int, _ output: Int, _ block: Int, UnsafeMutablePointer<Float>) -> Void
  ) -> [Float] {
    let area = shape.side * shape.side, shape = shape, scales = scales
    return filled(shape.weightCount) { slopes in
      slopes.withUnsafeMutableBufferPointer { slopes in
        guard let base = slopes.baseAddress else { return }
        nonisolated(unsafe) let slopes = base
        parallelFor(shape.outputs, threads: threads) { channel in
          let (bundle, output) = (channel / shape.bundleOutputs, channel % shape.bundleOutputs)
          let (inputs, first) = shape.weights(bundle: bundle, output: output)
          withUnsafeTemporaryAllocation(byteCount: (area + 32) * 64, alignment: 64) { room in
            guard let room = room.baseAddress?.bindMemory(to: Float.self, capacity: (area + 32) * 16) else { return }
            for block in inputs.lowerBound / 16..<(inputs.upperBound + 15) / 16 {
              read(bundle, output, block, room)
              if let scale = scales?[channel] {
                for place in 0..<area { store(scale * load(room + place * 16), to: room + place * 16) }
              }
              let here = inputs.clamped(to: block * 16..<block * 16 + 16)
              turn(
                room, area, here.lowerBound - block * 16..<here.upperBound - block * 16,
                to: slopes + first + (here.lowerBound - inputs.lowerBound) * area)
            }
          }
        }
      }
    }
  }

  /// From places × 16 channels to channels × places, for some of the channels.
  private func turn(
    _ room: UnsafeMutablePointer<Float>, _ area: Int, _ channels: Range<Int>, to slopes: UnsafeMutablePointer<Float>
  ) {
    if channels.count == 16, area == 1 {
      store(load(room), to: slopes)
    } else if channels.count == 16, area < 16 {
      // What is too much behind the places of a channel is overwritten by the next one.
      let turned = room + area * 16
      transpose(room, 16, to: turned, area)
      for part in 0..<area { store(load(turned + part * 16), to: slopes + part * 16) }
    } else {
      scatter(room + channels.lowerBound, count: area, channels: channels.count, toChannel: area, to: slopes)
    }
  }
}
