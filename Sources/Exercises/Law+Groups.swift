import Grading
import Kernels

extension CodeTask.Law {
  /// A law that holds some questions against each other, tried with several such groups.
  ///
  /// - Parameters:
  ///   - group: draws one group.
  ///   - holds: whether the answers of one group obey it.
  init(
    _ name: String, groups: Int = 4, of group: @escaping @Sendable (inout SplitMix64) -> [Question],
    hold holds: @escaping @Sendable ([Question], [[Double]]) -> Bool
  ) {
    self.init(
      name,
      groups: { random in
        var drawn: [[Question]] = []
        for _ in 0..<groups { drawn.append(group(&random)) }
        return drawn
      }, holds: holds)
  }
}
