/// The name of an exercise: `3.2` is the second of chapter 3.
public struct ExerciseID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let chapter: Int
  /// From 1.
  public let number: Int

  public init(chapter: Int, number: Int) {
    (self.chapter, self.number) = (chapter, number)
  }

  /// - Returns: nil where the text is not two whole numbers with a point between them.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let chapter = parts[0], let number = parts[1], chapter >= 0, number >= 1 else { return nil }
    self.init(chapter: chapter, number: number)
  }

  public var description: String { "\(chapter).\(number)" }

  public static func < (left: ExerciseID, right: ExerciseID) -> Bool {
    (left.chapter, left.number) < (right.chapter, right.number)
  }
}
