import Kernels

// MARK: - What can be said of a network without computing anything

extension Network {
  /// The shape of what each step gives.
  ///
  /// - Parameter input: N × C × H × W.
  public func shapes(for input: [Int]) -> [Value: [Int]] {
    require(input.count, ==, 4, "pictures are N × C × H × W")
    var shapes: [[Int]] = []
    for step in steps {
      switch step {
      case .input: shapes.append(input)
      case .layer(let layer, let x): shapes.append(layers[layer.index].outputShape(of: shapes[x.index]))
      case .sum(let a, let b):
        require(shapes[a.index], ==, shapes[b.index], "both values of a sum have the same shape")
        shapes.append(shapes[a.index])
      case .upsample(let x, let other):
        shapes.append(Array(shapes[x.index].prefix(2) + shapes[other.index].dropFirst(2)))
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(values, shapes))
  }

  /// How many products of a weight with a number each step adds up on the way forward; additions alone are not counted.
  public func multiplyAdds(for input: [Int]) -> [Value: Int] {
    let shapes = shapes(for: input)
    return Dictionary(
      uniqueKeysWithValues: zip(values, steps).map { value, step in
        guard case .layer(let layer, let x) = step, let shape = shapes[x] else { return (value, 0) }
        return (value, layers[layer.index].multiplyAdds(for: shape))
      })
  }

  /// The same for all steps of a part: "backbone.body" has those of "backbone.body.conv1". Everything belongs to "".
  public func multiplyAdds(ofPart part: String, for input: [Int]) -> Int {
    multiplyAdds(for: input).reduce(0) { $0 + (name(of: $1.key).belongs(toPart: part) ? $1.value : 0) }
  }

  /// How many parameters the layers of a part have; a layer that serves several times counts once.
  public func parameterCount(ofPart part: String = "") -> Int {
    zip(layerNames, layers).reduce(0) { sum, layer in
      layer.0.belongs(toPart: part) ? sum + layer.1.parameters.reduce(0) { $0 + $1.count } : sum
    }
  }
}
