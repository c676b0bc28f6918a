import Grading

/// Balanced cross entropy: what a weight for each class puts right, and what it leaves as it was.
enum Chapter3 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 5, .numeric(backgroundsTogether)),
    Exercise(id(2), .basic, minutes: 8, .code(lossOfProbability)),
    Exercise(id(3), .basic, minutes: 5, .prediction(heavierSide)),
    Exercise(id(4), .basic, minutes: 6, .numeric(shiftedProbability)),
    Exercise(id(5), .challenging, minutes: 12, needs: [id(2)], .code(lossOfLogit)),
    Exercise(id(6), .challenging, minutes: 10, .exploration(lightButStrong)),
    Exercise(id(7), .challenging, minutes: 12, needs: [id(5)], .code(gradientOfBatch)),
    Exercise(id(8), .challenging, minutes: 5, .prediction(firstStepOfBias)),
    Exercise(id(9), .hard, minutes: 20, needs: [id(7)], .code(balancingBias)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 3, number: number) }
}
