import Grading
import Kernels

extension NumericTask {
  /// A task that is drawn again where a known mistake comes so near to the answer, or to another mistake, that one could be
  /// taken for the other.
  static func clear(
    _ tolerance: Tolerance, draw: @escaping @Sendable (inout SplitMix64) -> Drawn
  ) -> NumericTask {
    NumericTask(tolerance) { random in
      var drawn = draw(&random)
      for _ in 0..<1000 where !drawn.isClear(tolerance) { drawn = draw(&random) }
      return drawn
    }
  }
}

extension NumericTask.Drawn {
  fileprivate func isClear(_ tolerance: Tolerance) -> Bool {
    let numbers = [answer] + mistakes.values
    return numbers.indices.allSatisfy { index in
      numbers[..<index].allSatisfy {
        !tolerance.accepts($0, for: numbers[index]) && !tolerance.accepts(numbers[index], for: $0)
      }
    }
  }
}
