import Grading
import Literate
import Localization

/// Takes from people's folders what is graded: their `Exercises.swift` of each chapter, and their answers, however deep they lie
/// and whatever stands beside them.
struct SubmissionReader: Sendable {
  /// The folder of all submissions.
  let root: String
  /// What is graded.
  let exercises: [Exercise]
  /// The code of each chapter as readers get it.
  let stubs: [Int: String]
  /// The exercises of the book.
  let known: [ExerciseID]

  /// The chapters that somebody worked on: with an answer, or code that is not as it was.
  func chapters(of handedIn: HandedIn) -> Set<Int> {
    let coded = handedIn.code.filter { (try? $1.get())?.text != stubs[$0] }.keys
    return Set(coded).union(handedIn.answers.keys.map(\.chapter))
  }

  /// At most so many files of one kind are opened.
  static let most = 200

  /// - Parameter entries: the names in `root` of what a person handed in.
  func read(_ entries: [String], of person: Person) -> HandedIn {
    var handedIn = HandedIn()
    var files: [FolderWalk.File] = []
    for entry in entries {
      let walk = FolderWalk(entry, in: root)
      files += walk.files
      handedIn.remarks += Self.summary(of: walk.remarks)
    }
    files = files.filter { !isOfTheBook($0, among: files) }
    readCode(files, into: &handedIn)
    readAnswers(files, of: person, into: &handedIn)
    return handedIn
  }

  private static func summary(of remarks: [FolderWalk.Remark]) -> [Bilingual] {
    let most = 5, more = remarks.count - most
    return remarks.prefix(most).map(\.message)
      + (more > 0 ? [Bilingual(ko: "그 밖에 \(more)개도 건너뛰었습니다.", en: "\(more) more were passed over.")] : [])
  }

  /// Whether a file of a fork is the book's own, not a reader's.
  private func isOfTheBook(_ file: FolderWalk.File, among files: [FolderWalk.File]) -> Bool {
    let folders = file.folders
    guard let index = folders.firstIndex(where: { ["Sources", "Tests", "Benchmarks"].contains($0) }) else {
      return false
    }
    let root = folders[..<index].joined(separator: "/")
    return files.contains { $0.path == "\(root)/Package.swift" }
  }
}

extension SubmissionReader {
  init(_ folder: SubmissionFolder, _ exercises: [Exercise], _ book: Book) {
    let chapters = Set(exercises.map(\.id.chapter))
    let stubs = chapters.compactMap { chapter in book.sources(of: chapter).map { (chapter, $0.stub.text) } }
    self.init(
      root: folder.path, exercises: exercises, stubs: Dictionary(uniqueKeysWithValues: stubs), known: book.ids)
  }
}
