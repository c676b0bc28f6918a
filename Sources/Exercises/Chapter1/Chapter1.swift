import Grading

/// Binary cross entropy: from a probability, from a logit, its gradient, and the answer that it asks for.
enum Chapter1 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 4, .numeric(lossOfBackground)),
    Exercise(id(2), .basic, minutes: 8, .code(lossOfProbability)),
    Exercise(id(3), .basic, minutes: 6, .prediction(lossAndPull)),
    Exercise(id(4), .challenging, minutes: 10, .exploration(bitsForLogit)),
    Exercise(id(5), .challenging, minutes: 12, needs: [id(2)], .code(lossOfLogit)),
    Exercise(id(6), .challenging, minutes: 10, .code(gradientOfLogit)),
    Exercise(id(7), .hard, minutes: 15, needs: [id(6)], .code(bestLogit)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 1, number: number) }
}
