import Grading

/// Focal loss: what a factor for each example does to its loss, and to its gradient.
enum Chapter4 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 4, .numeric(timesSmaller)),
    Exercise(id(2), .basic, minutes: 10, .code(lossOfProbability)),
    Exercise(id(3), .basic, minutes: 5, .prediction(strongerPull)),
    Exercise(id(4), .challenging, minutes: 6, .numeric(otherForm)),
    Exercise(id(5), .challenging, minutes: 15, needs: [id(2)], .code(lossOfLogit)),
    Exercise(id(6), .challenging, minutes: 12, .exploration(evenTotals)),
    Exercise(id(7), .hard, minutes: 20, needs: [id(3), id(5)], .code(gradientOfLogit)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 4, number: number) }
}
