extension Network {
  /// All steps, in an order in which they can be done, some of them in one go: those that apply the same layer to values that are
  /// all there by then, as subnets do to the levels of a pyramid. Weights are then laid out once for all levels.
  var passes: [[Int]] {
    var steps: [LayerID: [Int]] = [:]
    for (index, step) in self.steps.enumerated() {
      if case .layer(let layer, _) = step { steps[layer, default: []].append(index) }
    }
    var done = self.steps.map { _ in false }
    return self.steps.indices.compactMap { index in
      guard !done[index] else { return nil }
      var pass = [index]
      if case .layer(let layer, _) = self.steps[index] {
        pass = (steps[layer] ?? []).filter { !done[$0] && self.steps[$0].operands[0].index < index || $0 == index }
      }
      for index in pass { done[index] = true }
      return pass
    }
  }
}
