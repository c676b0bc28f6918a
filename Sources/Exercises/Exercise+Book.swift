import Grading

extension Exercise {
  /// The exercises of a chapter, in order.
  public static func ofChapter(_ chapter: Int) -> [Exercise] {
    switch chapter {
    case 0: Chapter0.exercises
    case 1: Chapter1.exercises
    case 2: Chapter2.exercises
    case 3: Chapter3.exercises
    case 4: Chapter4.exercises
    case 5: Chapter5.exercises
    case 6: Chapter6.exercises
    case 7: Chapter7.exercises
    default: []
    }
  }
}
