import Kernels

// MARK: - What a place sees

extension Network {
  /// The receptive field: which places of the input one place of a value depends on, along its height.
  ///
  /// It may reach over the edge of the input, where only zeros lie. Means and variances of a normalisation do not count.
  ///
  /// - Parameters:
  ///   - value: what a step gives.
  ///   - row: of the value; what is upsampled sees a little less here, a little more there.
  ///   - input: the shape of what goes in, N × C × H × W.
  public func receptiveField(of value: Value, row: Int, for input: [Int]) -> ClosedRange<Int> {
    let shapes = shapes(for: input)
    func height(_ value: Value) -> Int { shapes[value]?[2] ?? 0 }
    require(row, in: 0...height(value) - 1, "a row of the value")
    // From the last step to the first: which rows of each value are seen.
    var seen: [ClosedRange<Int>?] = steps.map { _ in nil }
    func see(_ rows: ClosedRange<Int>, of value: Value) {
      let known = seen[value.index] ?? rows
      seen[value.index] = min(known.lowerBound, rows.lowerBound)...max(known.upperBound, rows.upperBound)
    }
    see(row...row, of: value)
    for (index, step) in steps.enumerated().prefix(value.index + 1).reversed() {
      guard let rows = seen[index] else { continue }
      switch step {
      case .input: break
      case .layer(let layer, let x): see(layers[layer.index].window?.rows(seenBy: rows) ?? rows, of: x)
      case .sum(let a, let b):
        see(rows, of: a)
        see(rows, of: b)
      case .upsample(let x, let other):
        let ratio = Double(height(x)) / Double(height(other))
        see(
          Int((Double(rows.lowerBound) * ratio).rounded(.down))...Int((Double(rows.upperBound) * ratio).rounded(.down)),
          of: x)
      }
    }
    return seen[0] ?? row...row
  }

  /// How many places of the input lie between what neighbours see.
  public var strides: [Value: Int] {
    var strides: [Int] = []
    for step in steps {
      switch step {
      case .input: strides.append(1)
      case .layer(let layer, let x): strides.append(strides[x.index] * (layers[layer.index].window?.stride ?? 1))
      case .sum(let a, let b):
        require(strides[a.index], ==, strides[b.index], "both values of a sum have the same stride")
        strides.append(strides[a.index])
      case .upsample(_, let other): strides.append(strides[other.index])
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(values, strides))
  }
}

extension Window {
  /// Which rows of the input the windows of some rows of the output stand on.
  fileprivate func rows(seenBy rows: ClosedRange<Int>) -> ClosedRange<Int> {
    rows.lowerBound * stride - padding...rows.upperBound * stride - padding + side - 1
  }
}
