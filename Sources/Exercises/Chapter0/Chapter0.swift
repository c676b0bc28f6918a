import Grading

/// Class imbalance: counted, weighed, and thinned out by a cascade.
enum Chapter0 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 4, .numeric(backgroundsPerObject)),
    Exercise(id(2), .byHand, minutes: 4, .prediction(rightAnswers)),
    Exercise(id(3), .basic, minutes: 5, .numeric(shareOfBackgrounds)),
    Exercise(id(4), .basic, minutes: 10, needs: [id(3)], .code(shareFromProbabilities)),
    Exercise(id(5), .challenging, minutes: 8, .exploration(anchorBudget)),
    Exercise(id(6), .hard, minutes: 15, .code(cascade)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 0, number: number) }
}
