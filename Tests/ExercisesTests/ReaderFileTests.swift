import Exercises
import Grading
import Localization
import Testing

/// The files that readers work in, as they are shipped.
@Suite struct ReaderFileTests {
  @Test("Exercises.swift has one stub for each code exercise, and Solutions.swift the same regions solved")
  func regions() throws {
    for chapter in Book.chapters {
      let code = Exercise.ofChapter(chapter.number).filter { $0.task.kind == "code" }
      let files = try ["Exercises.swift", "Solutions.swift"].map { try Book.text(of: chapter, $0) }
      let stubs = SubmissionSource(files[0]), solutions = SubmissionSource(files[1])
      #expect(stubs.regions.map(\.id) == code.map(\.id) && solutions.regions.map(\.id) == code.map(\.id))
      for region in stubs.regions { #expect(region.code.contains("// TODO(\(region.id)): "), "\(region.id)") }
      for region in solutions.regions { #expect(!region.code.contains("TODO"), "\(region.id)") }
      let words = try Book.words(of: chapter)
      for region in stubs.regions {
        let titles = Language.allCases.map { words[$0]?[region.id]?.title ?? "" }
        let mark = "\n// MARK: - \(region.id) \(titles.joined(separator: " · "))\n"
        for file in files { #expect(file.contains(mark), "\(region.id)") }
      }
    }
  }

  @Test("answers.txt has an empty line for a name and for every exercise that is not code")
  func answers() throws {
    for chapter in Book.chapters {
      let asked = Exercise.ofChapter(chapter.number).filter { $0.task.kind != "code" }
      let expected = ["name:"] + asked.map { "\($0.id):" }
      #expect(try Book.text(of: chapter, "answers.txt") == expected.map { $0 + "\n" }.joined())
    }
  }

  @Test("there is a wrong function for every known mistake, and each of them names a mistake or a law")
  func mistakes() throws {
    for chapter in Book.chapters {
      let written = try Book.mistakes(of: chapter)
      for (id, task) in Book.code where id.chapter == chapter.number {
        let names = written.filter { $0.id == id }.map(\.name)
        let mistakes = task.mistakes.map(\.name)
        #expect(Set(mistakes).subtracting(names).isEmpty, "\(id)")
        #expect(Set(names).subtracting(mistakes + task.laws.map(\.name)).isEmpty, "\(id)")
      }
    }
  }
}
