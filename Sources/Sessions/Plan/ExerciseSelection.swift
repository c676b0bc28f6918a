import Grading
import Literate
import Localization

/// Exercises as they are typed: `3.1,3.4,4.2`, `3.1-3.4`, `3` for a whole chapter.
enum ExerciseSelection {
  /// The ids that a text names, in its order, each once.
  ///
  /// - Parameter known: the exercises that there are, in order.
  static func ids(_ text: String, among known: [ExerciseID]) throws(SelectionError) -> [ExerciseID] {
    var ids: [ExerciseID] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
      for id in try expanded(String(part), among: known) where !ids.contains(id) { ids.append(id) }
    }
    guard !ids.isEmpty else { throw .nothing }
    return ids
  }

  private static func expanded(_ part: String, among known: [ExerciseID]) throws(SelectionError) -> [ExerciseID] {
    if let chapter = Int(part) {
      let ids = known.filter { $0.chapter == chapter }
      guard !ids.isEmpty else { throw .noChapter(chapter, known: Set(known.map(\.chapter)).sorted()) }
      return ids
    }
    let ends = part.split(omittingEmptySubsequences: false) { "-–—~〜".contains($0) }.map(String.init)
    guard ends.count == 2 else { return [try id(part, among: known)] }
    let first = try id(ends[0], among: known)
    // `3.1-4` is short for `3.1-3.4`.
    let last = try id(ends[1].contains(".") ? ends[1] : "\(first.chapter).\(ends[1])", among: known)
    guard first <= last else { throw .backwards(first, last) }
    return known.filter { first...last ~= $0 }
  }

  private static func id(_ text: String, among known: [ExerciseID]) throws(SelectionError) -> ExerciseID {
    guard let id = ExerciseID(text), known.contains(id) else {
      throw .unknown(text, nearest: nearest(to: text, among: known))
    }
    return id
  }

  /// The name that was most likely meant, or, of a chapter that there is, its last exercise.
  private static func nearest(to text: String, among known: [ExerciseID]) -> ExerciseID? {
    if let id = ExerciseID(text), let last = known.last(where: { $0.chapter == id.chapter }) { return last }
    return nearestName(to: text, among: known.map(\.description)).flatMap { ExerciseID($0) }
  }
}

/// Why exercises are not known.
enum SelectionError: BilingualError, Hashable {
  case nothing
  case unknown(String, nearest: ExerciseID?)
  case noChapter(Int, known: [Int])
  case backwards(ExerciseID, ExerciseID)

  var message: Bilingual {
    switch self {
    case .nothing:
      Bilingual(ko: "연습문제의 번호를 적으십시오: 3.1,3.4 또는 3.1-3.4", en: "Type ids of exercises: 3.1,3.4 or 3.1-3.4")
    case .unknown(let text, let nearest):
      Bilingual(
        ko: "연습문제 \("‘\(text)’".with("은/는")) 없습니다."
          + (nearest.map { " 혹시 \($0)입니까?" } ?? " 3.1처럼 장과 번호를 점으로 나누어 적으십시오."),
        en: "There is no exercise “\(text)”."
          + (nearest.map { " Did you mean \($0)?" } ?? " Type chapter and number with a point between, as 3.1."))
    case .noChapter(let chapter, let known):
      Bilingual(
        ko: "\(chapter)장에는 연습문제가 없습니다. 연습문제가 있는 장: \(known.map(String.init).joined(separator: ", "))",
        en: "Chapter \(chapter) has no exercises. Chapters that have: \(known.map(String.init).joined(separator: ", "))"
      )
    case .backwards(let first, let last):
      Bilingual(
        ko: "\(first)-\(last): 범위의 순서가 뒤바뀌었습니다. \("\(last)-\(first)".with("(으)로")) 적으십시오.",
        en: "\(first)-\(last) runs backwards. Type \(last)-\(first).")
    }
  }
}
