import Grading

/// Anchors: where they lie, which objects they are given, and what they learn of a box.
enum Chapter6 {
  static let exercises = [
    Exercise(id(1), .byHand, minutes: 5, .numeric(overlap)),
    Exercise(id(2), .basic, minutes: 7, .numeric(anchorCount)),
    Exercise(id(3), .basic, minutes: 6, needs: [id(2)], .prediction(doubled)),
    Exercise(id(4), .basic, minutes: 8, .numeric(areaOfCurve)),
    Exercise(id(5), .basic, minutes: 10, needs: [id(1)], .code(overlapFunction)),
    Exercise(id(6), .challenging, minutes: 12, .code(anchorsOfCell)),
    Exercise(id(7), .challenging, minutes: 10, needs: [id(2)], .exploration(scalesNeeded)),
    Exercise(id(8), .challenging, minutes: 12, .code(offset)),
    Exercise(id(9), .hard, minutes: 20, .code(assignment)),
  ]

  private static func id(_ number: Int) -> ExerciseID { ExerciseID(chapter: 6, number: number) }
}
