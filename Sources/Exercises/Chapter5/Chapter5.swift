import Grading

/// A start from the prior: what one bias changes before anything is learnt.
enum Chapter5 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 4, .numeric(answersPerObject)),
    Exercise(id(2), .basic, minutes: 5, .numeric(biasOfPrior)),
    Exercise(id(3), .basic, minutes: 8, needs: [id(1)], .numeric(firstLoss)),
    Exercise(id(4), .basic, minutes: 8, needs: [id(2)], .code(biasFunction)),
    Exercise(id(5), .challenging, minutes: 8, needs: [id(3)], .prediction(heavierSide)),
    Exercise(id(6), .challenging, minutes: 10, needs: [id(5)], .exploration(evenPull)),
    Exercise(id(7), .hard, minutes: 20, needs: [id(2)], .code(pathOfBias)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 5, number: number) }
}
