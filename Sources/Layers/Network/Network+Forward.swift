import Kernels
import Tensors

extension Network {
  /// What of a way forward is kept beside the outputs.
  public enum Keeping: Sendable, Hashable {
    /// These values.
    case values([Value])
    /// What the way back needs.
    case wayBack
    case everything
  }

  /// Goes through all steps. What no later step takes, and nobody asked for, is freed on the way.
  ///
  /// Batch normalisation takes means and variances of the batch, as in training; `afterTraining` takes those that it followed.
  ///
  /// - Parameters:
  ///   - x: N × C × H × W.
  ///   - keeping: what is kept beside the outputs; `.wayBack` before `backward`.
  public func forward(_ x: Tensor<Scalar>, keeping: Keeping = .values([])) -> Activations<Scalar> {
    if keeping == .wayBack, let run = fusedForward(x) { return run }
    let kept = kept(keeping), passes = passes, lastUses = lastUses(passes)
    var layers = layers
    var run = Activations<Scalar>(values: Array(repeating: nil, count: steps.count))
    run.shapes = Array(repeating: [], count: steps.count)
    for (number, pass) in passes.enumerated() {
      let ys: [Tensor<Scalar>] =
        switch steps[pass[0]] {
        case .input: [x]
        case .layer(let layer, _): layers[layer.index].observe(pass.map { run[steps[$0].operands[0]] })
        case .sum(let a, let b): [run[a] + run[b]]
        case .upsample(let x, let other):
          [run[x].upsampled(height: run.shapes[other.index][2], width: run.shapes[other.index][3])]
        }
      for (index, y) in zip(pass, ys) { (run.shapes[index], run.values[index]) = (y.shape, y) }
      for value in pass.flatMap({ steps[$0].operands + [Value(index: $0)] })
      where lastUses[value.index] <= number && !kept.contains(value) {
        run.values[value.index] = nil
      }
    }
    var after = self
    after.layers = layers
    run.state = after.state
    return run
  }

  /// The number of the last pass that takes each value; of its own where none does.
  private func lastUses(_ passes: [[Int]]) -> [Int] {
    var last = steps.map { _ in 0 }
    for (number, pass) in passes.enumerated() {
      for index in pass {
        last[index] = number
        switch steps[index] {
        case .upsample(let x, _): last[x.index] = number  // of the other it takes only the shape
        default: for value in steps[index].operands { last[value.index] = number }
        }
      }
    }
    return last
  }

  private func kept(_ keeping: Keeping) -> Set<Value> {
    switch keeping {
    case .values(let values): Set(outputs + values)
    case .wayBack: Set(outputs + recalled)
    case .everything: Set(values)
    }
  }
}
