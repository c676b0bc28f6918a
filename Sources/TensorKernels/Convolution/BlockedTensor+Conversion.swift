import Kernels

// MARK: - From and to N × C × H × W

extension BlockedTensor {
  /// Takes over pictures that lie channel after channel.
  ///
  /// - Parameter x: N × C × H × W.
  public func fill(from x: Span<Float>, threads: Int) {
    require(x.count, ==, pictures * channels * places, "the pictures are N × C × H × W")
    x.withUnsafeBufferPointer { x in
      guard let base = x.baseAddress else { return }
      nonisolated(unsafe) let x = base
      forEachRun(threads: threads) { n, block, first, count in
        gather(
          x + (n * channels + block * 16) * places + first, toChannel: places,
          channels: min(16, channels - block * 16), count: count, to: plane(block, ofPicture: n) + first * 16)
      }
    }
  }

  /// Gives the pictures channel after channel.
  ///
  /// - Parameter x: N × C × H × W, overwritten.
  public func copy(into x: inout MutableSpan<Float>, threads: Int) {
    require(x.count, ==, pictures * channels * places, "the pictures are N × C × H × W")
    x.withUnsafeMutableBufferPointer { x in
      guard let base = x.baseAddress else { return }
      nonisolated(unsafe) let x = base
      forEachRun(threads: threads) { n, block, first, count in
        scatter(
          plane(block, ofPicture: n) + first * 16, count: count, channels: min(16, channels - block * 16),
          toChannel: places, to: x + (n * channels + block * 16) * places + first)
      }
    }
  }

  private var places: Int { height * width }

  /// Some hundred places of sixteen channels at a time.
  private func forEachRun(
    threads: Int, _ body: @Sendable (_ picture: Int, _ block: Int, _ first: Int, _ count: Int) -> Void
  ) {
    let (blocks, places) = (blocks, places), each = 256, runs = (places + each - 1) / each
    parallelFor(pictures * blocks * runs, threads: threads) { index in
      let first = index % runs * each
      body(index / (blocks * runs), index / runs % blocks, first, min(each, places - first))
    }
  }

  /// Every row of sixteen channels.
  func forEachRow(threads: Int, _ body: @Sendable (_ picture: Int, _ block: Int, _ row: Int) -> Void) {
    let (blocks, height) = (blocks, height)
    parallelFor(pictures * blocks * height, threads: threads) { index in
      body(index / (blocks * height), index / height % blocks, index % height)
    }
  }
}

// MARK: - Sixteen rows to columns, and back

/// From rows of up to sixteen channels to their places side by side; channels that are not there become 0.
func gather(
  _ x: UnsafePointer<Float>, toChannel: Int, channels: Int, count: Int, to y: UnsafeMutablePointer<Float>
) {
  guard channels == 16, count >= 16 else {
    for place in 0..<count {
      var sixteen = FloatVector.zero
      for channel in 0..<channels { sixteen[channel] = x[channel * toChannel + place] }
      store(sixteen, to: y + place * 16)
    }
    return
  }
  forEachSixteen(of: count) { transpose(x + $0, toChannel, to: y + $0 * 16, 16) }
}

/// The way back.
func scatter(
  _ x: UnsafePointer<Float>, count: Int, channels: Int, toChannel: Int, to y: UnsafeMutablePointer<Float>
) {
  guard channels == 16, count >= 16 else {
    for place in 0..<count {
      for channel in 0..<channels { y[channel * toChannel + place] = x[place * 16 + channel] }
    }
    return
  }
  forEachSixteen(of: count) { transpose(x + $0 * 16, 16, to: y + $0, toChannel) }
}

/// Where each sixteen of sixteen or more places begins; the last one may go over some places a second time.
@inline(__always)
private func forEachSixteen(of count: Int, _ body: (_ first: Int) -> Void) {
  for first in stride(from: 0, to: count - 15, by: 16) { body(first) }
  if count % 16 != 0 { body(count - 16) }
}
