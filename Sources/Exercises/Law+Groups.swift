import Grading
import Kernels

extension CodeTask.Law {
  /// A law that holds some questions against each other, tried with several such groups.
  ///
  /// - Parameters:
  ///   - group: draws one group: always the same number of questions.
  ///   - holds: whether the answers of one group obey it.
  init(
    _ name: String, groups: Int = 4, of group: @escaping @Sendable (inout SplitMix64) -> [Question],
    hold holds: @escaping @Sendable ([Question], [[Double]]) -> Bool
  ) {
    self.init(
      name,
      questions: { random in
        var questions: [Question] = []
        for _ in 0..<groups { questions += group(&random) }
        return questions
      },
      holds: { questions, answers in
        let size = questions.count / groups
        return (0..<groups).allSatisfy { index in
          let range = index * size..<(index + 1) * size
          return holds(Array(questions[range]), Array(answers[range]))
        }
      })
  }
}
