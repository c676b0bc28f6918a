import Grading

/// RetinaNet: what its layers cost, what they compute, and how scores become boxes.
enum Chapter7 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 5, .numeric(parameterCount)),
    Exercise(id(2), .byHand, minutes: 4, .numeric(candidateCount)),
    Exercise(id(3), .basic, minutes: 6, .numeric(outputSide)),
    Exercise(id(4), .basic, minutes: 8, needs: [id(3)], .numeric(receptiveField)),
    Exercise(id(5), .basic, minutes: 6, needs: [id(1)], .prediction(parametersOrWork)),
    Exercise(id(6), .challenging, minutes: 15, needs: [id(3)], .code(convolution)),
    Exercise(id(7), .challenging, minutes: 12, needs: [id(1)], .exploration(classesForFactor)),
    Exercise(id(8), .challenging, minutes: 12, needs: [ExerciseID(chapter: 6, number: 8)], .code(decoding)),
    Exercise(id(9), .hard, minutes: 18, needs: [ExerciseID(chapter: 6, number: 5)], .code(suppression)),
    Exercise(id(10), .hard, minutes: 20, needs: [ExerciseID(chapter: 6, number: 4)], .code(averagePrecision)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 7, number: number) }
}
