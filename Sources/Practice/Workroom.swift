import Chapters
import Console
import Exercises
import Files
import Foundation
import Grading
import Literate
import Localization
import Workbook

/// Where a reader works on a chapter's exercises: their files, the exercises' words, and a terminal.
struct Workroom: Sendable {
  let chapter: Chapter
  let exercises: [Exercise]
  let words: ChapterWords
  let language: Language
  let printer: WordsPrinter
  /// The folder of the reader's files.
  let folder: URL
  /// The folder that keeps how far the reader is.
  let keepsake: URL

  init(of chapter: Chapter, _ options: ExerciseOptions) throws {
    let exercises = Exercise.ofChapter(chapter.number)
    guard !exercises.isEmpty else { throw ExerciseError.none(chapter.product) }
    (self.chapter, self.exercises) = (chapter, exercises)
    language = options.language.language
    words = try ChapterWords(of: chapter, in: language, references: .book(in: chapter.repository))
    printer = WordsPrinter(language: language, layout: options.layout)
    let own = options.folder.map { URL(fileURLWithPath: $0) }
    if let own, !own.hasDirectory { throw ExerciseError.noFolder(own.path, copy: chapter.file("Exercises.swift")) }
    folder = own ?? chapter.repository.root.appending(path: "chapters/\(chapter.name)")
    keepsake = (own ?? chapter.repository.root).appending(path: ".exercises")
  }

  // MARK: - Exercises

  /// The exercise that `text` names: `3.2`, or `2` for short.
  func exercise(_ text: String) throws(ExerciseError) -> Exercise {
    let id = ExerciseID(text) ?? Int(text).map { ExerciseID(chapter: chapter.number, number: $0) }
    if let exercise = exercises.first(where: { $0.id == id }) { return exercise }
    if let id, id.chapter != chapter.number, Exercise.ofChapter(id.chapter).contains(where: { $0.id == id }) {
      throw .elsewhere("\(id)", product: "chapter\(id.chapter)")
    }
    throw .unknown(
      text, nearest: nearestName(to: text, among: exercises.map { "\($0.id)" }), product: chapter.product)
  }

  func words(of exercise: Exercise) -> ExerciseWords? { words[exercise.id] }

  /// `3.2 From a probability to the loss`
  func name(_ exercise: Exercise) -> String { "\(exercise.id) \(words(of: exercise)?.title ?? "")" }

  /// What is typed to do something with an exercise.
  func command(_ verb: String, _ exercise: Exercise? = nil) -> String {
    (["swift run \(chapter.product)", verb] + (exercise.map { ["\($0.id)"] } ?? [])).joined(separator: " ")
  }

  // MARK: - Files

  var codeFile: String { folder.appending(path: "Exercises.swift").path }
  var answerFile: String { folder.appending(path: "answers.txt").path }

  /// A path as the reader would type it: from where they stand, if the file lies below.
  func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// What the reader has written.
  func submission() throws(TextFile.Problem) -> Submission {
    let code: Result<SubmissionSource, Refusal>
    do throws(TextFile.Problem) {
      code = .success(try SubmissionSource(contentsOf: URL(fileURLWithPath: codeFile)))
    } catch { code = .failure(Refusal(error)) }
    return Submission(code: code, answers: try answers())
  }

  /// The reader's answers; none where there is no file.
  func answers() throws(TextFile.Problem) -> AnswerSheet {
    guard FileManager.default.fileExists(atPath: answerFile) else { return AnswerSheet() }
    return try AnswerSheet(contentsOf: URL(fileURLWithPath: answerFile))
  }

  /// The model solutions.
  func solutions() throws(FileError) -> SubmissionSource {
    let file = "Solutions.swift"
    return SubmissionSource(try AtomicFile.read(chapter.repository.path(chapter.file(file))), file: file)
  }
}

extension URL {
  /// Whether there is a folder.
  fileprivate var hasDirectory: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true }
}
