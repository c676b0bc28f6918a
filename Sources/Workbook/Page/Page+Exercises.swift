import Literate
import Localization

extension Page {
  /// The numbers of the chapter's exercises.
  var exercises: [String] {
    let prefix = "\(chapter.number)."
    return ExerciseReference.all(in: chapter.repository).keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// The exercises that the pages do not list.
  func unlistedExercises(_ weaver: Weaver) -> [Finding] {
    Language.allCases.flatMap { language in
      let listed = Set(weaver.citations(of: .exercise, in: language).map(\.name))
      return exercises.filter { !listed.contains($0) }.map { id in
        Finding(
          file: chapter.file("prose.\(language.rawValue).md"), line: 1, column: 1,
          message: Bilingual(
            ko: "글에서 알리지 않는 연습문제가 있습니다: {{exercise \(id)}}",
            en: "The page does not list exercise \(id): {{exercise \(id)}}"))
      }
    }
  }
}
