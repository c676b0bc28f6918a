import Foundation
import Grading
import Literate
import Localization
import Sheets

/// What one person is told: each exercise, what came of it, and the next step; explanations only of what they solved.
struct Feedback {
  let book: Book
  let record: SessionRecord
  let result: PersonResult

  static let folder = "feedback"

  private var language: Language { result.person.language }

  var markdown: String {
    let exercises = book.exercises(record.exercises)
    let title = Bilingual(ko: "채점 결과", en: "results")[language]
    let sum = Bilingual(
      ko: "\(exercises.count)문제 가운데 \(result.passed)문제를 통과했습니다.", en: "\(result.passed) of \(exercises.count) passed.")
    let head = [
      "# \(Sheet.plain(SessionTitle.text(record, book, language))) · \(title)",
      "**\(Sheet.plain(result.person.name))** · \(sum[language])",
    ]
    return (head + notices + [table(exercises)] + (isEmpty ? [] : exercises.map(section) + files))
      .joined(separator: "\n\n") + "\n"
  }

  private func table(_ exercises: [Exercise]) -> String {
    let header = [
      Bilingual(ko: "문제", en: "exercise"), Bilingual(ko: "제목", en: "title"), Bilingual(ko: "결과", en: "result"),
    ].map { $0[language] }
    let rows = exercises.map { exercise in
      let mark = result.mark(exercise.id)
      return ["\(exercise.id)", book.title(of: exercise.id, language), "\(mark.sign) \(mark.name[language])"]
    }
    return ([header, ["---", "---", "---"]] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  // MARK: - One exercise

  private func section(_ exercise: Exercise) -> String {
    let words = book.words(of: exercise.id, language), numbers = exercise.numbers(for: result.person.seed)
    let verdict = result.verdicts[exercise.id] ?? .unanswered
    var parts = ["## \(exercise.id) \(words?.title ?? "")"]
    // The message is one paragraph, then lines of code: what the compiler says, calls and results.
    let lines = verdict.message[language].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    parts.append("**\(Mark(verdict).sign)** " + Sheet.plain(String(lines.first ?? "")))
    if lines.count > 1 { parts.append(fenced(String(lines[1]))) }
    if let remark = words?.remark(on: verdict, numbers)?.handout { parts.append(remark) }
    if verdict.isPassed {
      parts += [words?.explanation(numbers)?.handout].compactMap(\.self)
      if exercise.isCode, let model = book.sources(of: exercise.id.chapter)?.model[exercise.id]?.code {
        parts += [Bilingual(ko: "모범 답안:", en: "A model solution:")[language], "```swift\n\(model)\n```"]
      }
    }
    if let printed = result.printed[exercise.id] {
      parts.append(Bilingual(ko: "함수가 출력한 것:", en: "What your function printed:")[language])
      parts.append(fenced(printed.text[language]))
    }
    if !verdict.isPassed { parts.append(next(exercise)[language]) }
    return parts.map { $0.trimmingCharacters(in: .newlines) }.joined(separator: "\n\n")
  }

  private func next(_ exercise: Exercise) -> Bilingual {
    let chapter = "swift run chapter\(exercise.id.chapter)"
    return Bilingual(
      ko: "다음 힌트: `\(chapter) hint \(exercise.id)`, 다시 채점: `\(chapter) check \(exercise.id)`",
      en: "Next hint: `\(chapter) hint \(exercise.id)`; grade it again: `\(chapter) check \(exercise.id)`")
  }

  /// Somebody's letters as they are, whatever they are.
  private func fenced(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(text)\n\(fence)"
  }

  // MARK: - Files

  /// Whether there was nothing to look at.
  private var isEmpty: Bool { result.handedIn?.files.isEmpty == true }

  /// What was noticed about the files: first of all, as it explains the rest.
  private var notices: [String] {
    let none = Bilingual(
      ko: "**채점할 파일이 없습니다.** `answers.txt`와 `Exercises.swift`를 넣었는지 보십시오.",
      en: "**There is nothing to grade.** See whether `answers.txt` and `Exercises.swift` are there.")
    let remarks = (result.handedIn?.remarks ?? []).map { "- **!** " + Sheet.plain($0[language]) }
    return (isEmpty ? [none[language]] : []) + (remarks.isEmpty ? [] : [remarks.joined(separator: "\n")])
  }

  /// Which files were looked at.
  private var files: [String] {
    guard let handedIn = result.handedIn else { return [] }
    let title = Bilingual(ko: "제출한 파일", en: "Files")[language]
    return ["## \(title)", handedIn.files.map { "- `\($0.replacing("`", with: "'"))`" }.joined(separator: "\n")]
  }
}
