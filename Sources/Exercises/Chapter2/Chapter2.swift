import Grading

/// Cross entropy of several classes: softmax, entropy and divergence, and the loss from logits.
enum Chapter2 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 4, .numeric(lossOfSoftmax)),
    Exercise(id(2), .basic, minutes: 5, .prediction(stretchedLogits)),
    Exercise(id(3), .basic, minutes: 10, .code(softmax)),
    Exercise(id(4), .challenging, minutes: 12, .code(entropyAndDivergence)),
    Exercise(id(5), .challenging, minutes: 10, .exploration(smallDoubts)),
    Exercise(id(6), .hard, minutes: 15, needs: [id(3)], .code(lossOfLogits)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 2, number: number) }
}
