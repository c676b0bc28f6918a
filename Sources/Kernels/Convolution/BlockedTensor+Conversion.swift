// MARK: - From and to N × C × H × W

extension BlockedTensor {
  /// Takes over pictures that lie channel after channel.
  ///
  /// - Parameter x: N × C × H × W.
  public func fill(from x: Span<Float>, threads: Int) {
    require(x.count, ==, pictures * channels * height * width, "the pictures are N × C × H × W")
    x.withUnsafeBufferPointer { x in
      guard let base = x.baseAddress else { return }
      nonisolated(unsafe) let x = base
      forEachRow(threads: threads) { n, block, row in
        let to = plane(block, ofPicture: n) + row * width * 16
        let from = x + ((n * channels + block * 16) * height + row) * width
        gather(from, toChannel: height * width, channels: min(16, channels - block * 16), count: width, to: to)
      }
    }
  }

  /// Gives the pictures channel after channel.
  ///
  /// - Parameter x: N × C × H × W, overwritten.
  public func copy(into x: inout MutableSpan<Float>, threads: Int) {
    require(x.count, ==, pictures * channels * height * width, "the pictures are N × C × H × W")
    x.withUnsafeMutableBufferPointer { x in
      guard let base = x.baseAddress else { return }
      nonisolated(unsafe) let x = base
      forEachRow(threads: threads) { n, block, row in
        let from = plane(block, ofPicture: n) + row * width * 16
        let to = x + ((n * channels + block * 16) * height + row) * width
        scatter(from, count: width, channels: min(16, channels - block * 16), toChannel: height * width, to: to)
      }
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
  let whole = channels == 16 ? count / 16 * 16 : 0
  withSquareRoom { room in
    for done in stride(from: 0, to: whole, by: 16) { transpose(x + done, toChannel, to: y + done * 16, 16, room: room) }
  }
  for place in whole..<count {
    var sixteen = FloatVector.zero
    for channel in 0..<channels { sixteen[channel] = x[channel * toChannel + place] }
    store(sixteen, to: y + place * 16)
  }
}

/// The way back.
func scatter(
  _ x: UnsafePointer<Float>, count: Int, channels: Int, toChannel: Int, to y: UnsafeMutablePointer<Float>
) {
  let whole = channels == 16 ? count / 16 * 16 : 0
  withSquareRoom { room in
    for done in stride(from: 0, to: whole, by: 16) { transpose(x + done * 16, 16, to: y + done, toChannel, room: room) }
  }
  for place in whole..<count {
    for channel in 0..<channels { y[channel * toChannel + place] = x[place * 16 + channel] }
  }
}
