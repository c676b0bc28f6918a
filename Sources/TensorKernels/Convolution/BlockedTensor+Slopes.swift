import Kernels

// What the way back through a network does to pictures of sixteen channels side by side.

extension BlockedTensor {
  /// Puts numbers `step` places apart, with zeros between and behind them.
  ///
  /// - Parameters:
  ///   - other: what is added, in the shape of y; it may be y.
  ///   - y: with at least (height − 1) · step + 1 rows, and columns alike; overwritten.
  func spread(by step: Int, addedTo other: BlockedTensor? = nil, into y: BlockedTensor, threads: Int) {
    require([y.pictures, y.channels], ==, [pictures, channels], "only height and width change")
    require(y.height, >=, (height - 1) * step + 1, "there is a place for each row")
    require(y.width, >=, (width - 1) * step + 1, "there is a place for each column")
    if let other { require(other.shape, ==, y.shape, "what is added has the shape of y") }
    y.forEachRow(threads: threads) { n, block, row in
      let to = y.plane(block, ofPicture: n) + row * y.width * 16
      if let other {
        let added = other.plane(block, ofPicture: n) + row * y.width * 16
        if added != to { to.update(from: added, count: y.width * 16) }
      } else {
        to.initialize(repeating: 0, count: y.width * 16)
      }
      guard row % step == 0, row / step < height else { return }
      let from = plane(block, ofPicture: n) + row / step * width * 16
      for column in 0..<width {
        let place = to + column * step * 16
        store(load(place) + load(from + column * 16), to: place)
      }
    }
  }

  /// The way back of `enlarge`: y = other + the sum of all slopes of each place's copies.
  ///
  /// - Parameters:
  ///   - other: what is added, in the shape of y; it may be y.
  ///   - y: smaller pictures N × C × H × W, overwritten.
  public func collect(addedTo other: BlockedTensor?, into y: BlockedTensor, threads: Int) {
    require([y.pictures, y.channels], ==, [pictures, channels], "only height and width change")
    if let other { require(other.shape, ==, y.shape, "what is added has the shape of y") }
    let blocks = blocks
    parallelFor(pictures * blocks, threads: threads) { index in
      let from = plane(index % blocks, ofPicture: index / blocks),
        to = y.plane(index % blocks, ofPicture: index / blocks)
      if let added = other?.plane(index % blocks, ofPicture: index / blocks) {
        if added != to { to.update(from: added, count: y.plane) }
      } else {
        to.initialize(repeating: 0, count: y.plane)
      }
      for row in 0..<height {
        let near = to + row * y.height / height * y.width * 16, far = from + row * width * 16
        for column in 0..<width {
          let place = near + column * y.width / width * 16
          store(load(place) + load(far + column * 16), to: place)
        }
      }
    }
  }

  /// The way back of a rectifier: 0 wherever another tensor of the same shape is not above 0.
  public func keep(wherePositive other: BlockedTensor, threads: Int) {
    require(other.shape, ==, shape, "both tensors have the same shape")
    forEachRow(threads: threads) { n, block, row in
      let to = plane(block, ofPicture: n) + row * width * 16, from = other.plane(block, ofPicture: n) + row * width * 16
      for place in stride(from: 0, to: width * 16, by: 16) {
        store(load(to + place).replacing(with: FloatVector.zero, where: load(from + place) .<= 0), to: to + place)
      }
    }
  }

  /// The sum of all numbers of each channel, added in `Double`, place after place.
  public func channelSums(threads: Int) -> [Double] {
    let sums = UnsafeMutableBufferPointer<SIMD16<Double>>.allocate(capacity: blocks)
    defer { sums.deallocate() }
    nonisolated(unsafe) let results = sums
    parallelFor(blocks, threads: threads) { block in
      var sum = SIMD16<Double>.zero
      for n in 0..<pictures {
        let from = plane(block, ofPicture: n)
        for place in stride(from: 0, to: plane, by: 16) { sum += SIMD16<Double>(load(from + place)) }
      }
      results[block] = sum
    }
    return (0..<channels).map { sums[$0 / 16][$0 % 16] }
  }
}
