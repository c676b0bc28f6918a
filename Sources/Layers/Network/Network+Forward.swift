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
    let kept = kept(keeping), lastUses = lastUses
    var layers = layers
    var run = Activations<Scalar>(values: Array(repeating: nil, count: steps.count))
    for (index, step) in steps.enumerated() {
      let y =
        switch step {
        case .input: x
        case .layer(let layer, let x): layers[layer.index].observe(run[x])
        case .sum(let a, let b): run[a] + run[b]
        case .upsample(let x, let other):
          run[x].upsampled(height: run.shapes[other.index][2], width: run.shapes[other.index][3])
        }
      run.shapes.append(y.shape)
      run.values[index] = y
      for value in step.operands + [Value(index: index)]
      where lastUses[value.index] <= index && !kept.contains(value) {
        run.values[value.index] = nil
      }
    }
    var after = self
    after.layers = layers
    run.state = after.state
    return run
  }

  /// The number of the last step that takes each value; its own where none does.
  private var lastUses: [Int] {
    var last = Array(steps.indices)
    for (index, step) in steps.enumerated() {
      switch step {
      case .upsample(let x, _): last[x.index] = index  // of the other it takes only the shape
      default: for value in step.operands { last[value.index] = index }
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
