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

  // MARK: - Code

  private struct Code {
    let file: FolderWalk.File
    let text: Result<SubmissionSource, Refusal>
    let isStub: Bool
  }

  /// At most so many files of one kind are opened.
  private static let most = 200

  private func readCode(_ files: [FolderWalk.File], into handedIn: inout HandedIn) {
    let chapters = Set(exercises.filter(\.isCode).map(\.id.chapter)).sorted()
    let swift = files.filter { $0.name.lowercased().hasSuffix(".swift") }
    let named = swift.filter { ["exercise", "연습"].contains(where: NameKey($0.name).text.contains) }
    let others = swift.filter {
      $0.depth <= 0 && !["package.swift", "main.swift", "solutions.swift"].contains($0.name.lowercased())
    }
    var found: [Int: [Code]] = [:]
    for file in (named.isEmpty ? others : named).prefix(Self.most) {
      let text = source(file)
      for chapter in self.chapters(of: file, text, among: chapters) {
        let isStub = (try? text.get())?.text == stubs[chapter]
        found[chapter, default: []].append(Code(file: file, text: text, isStub: isStub))
      }
    }
    for (chapter, codes) in found.sorted(by: { $0.key < $1.key }) {
      let sorted = codes.sorted {
        ($0.isStub ? 1 : 0, $0.file.depth, $0.file.path) < ($1.isStub ? 1 : 0, $1.file.depth, $1.file.path)
      }
      guard let first = sorted.first else { continue }
      handedIn.code[chapter] = first.text
      handedIn.files.append(first.file.path)
      let rest = sorted.dropFirst().filter { !$0.isStub && (try? $0.text.get())?.text != (try? first.text.get())?.text }
      if !rest.isEmpty { handedIn.remarks.append(Self.chosen(first.file, rest.map(\.file))) }
    }
  }

  private static func chosen(_ file: FolderWalk.File, _ others: [FolderWalk.File]) -> Bilingual {
    let list = others.prefix(3).map(\.path).joined(separator: ", ")
    return Bilingual(
      ko: "같은 장의 파일이 여럿이라 \(file.path)을(를) 채점했습니다. 채점하지 않은 것: \(list)",
      en: "There are several files for one chapter: \(file.path) was graded, not \(list).")
  }

  private func source(_ file: FolderWalk.File) -> Result<SubmissionSource, Refusal> {
    guard let bytes = FolderWalk.bytes(of: "\(root)/\(file.path)", limit: TextFile.limit + 1) else {
      return .failure(.missing(file: file.path))
    }
    do throws(TextFile.Problem) {
      return .success(SubmissionSource(try TextFile.text(bytes, file: file.path)))
    } catch {
      return .failure(Refusal(error))
    }
  }

  /// The chapters that a file is for: as its marks say, or else its name, its folder, or that there is only one.
  private func chapters(
    of file: FolderWalk.File, _ text: Result<SubmissionSource, Refusal>, among chapters: [Int]
  ) -> [Int] {
    let marked = Set(((try? text.get())?.regions ?? []).map(\.id.chapter))
    if !marked.isEmpty { return marked.intersection(chapters).sorted() }
    let names = [Substring(file.name)] + file.folders.reversed()
    for name in names {
      let match = name.lowercased().firstMatch(of: /(?:exercises?[ _-]?|chapter[ _-]?|^)(\d+)(?:-|장|\.swift|$)/)
      if let number = match.flatMap({ Int($0.1) }) { return chapters.filter { $0 == number } }
    }
    return chapters.count == 1 ? chapters : []
  }

  // MARK: - Answers

  private func readAnswers(_ files: [FolderWalk.File], of person: Person, into handedIn: inout HandedIn) {
    let texts = files.filter {
      ["txt", "text"].contains($0.name.split(separator: ".").last?.lowercased()) || $0.name == "answers"
    }
    let named = texts.filter { ["answer", "답"].contains(where: NameKey($0.name).text.contains) }
    let chosen = named.isEmpty ? texts.filter { $0.depth <= 0 } : named
    for file in chosen.sorted(by: { ($0.depth, $0.path) < ($1.depth, $1.path) }).prefix(Self.most) {
      guard let bytes = FolderWalk.bytes(of: "\(root)/\(file.path)", limit: TextFile.limit + 1) else {
        handedIn.remarks.append(FolderWalk.Remark.unreadable(file.path).message)
        continue
      }
      do throws(TextFile.Problem) {
        take(AnswerSheet(try TextFile.text(bytes, file: file.path), file: file.path), of: person, into: &handedIn)
      } catch { handedIn.remarks.append(error.message) }
    }
  }

  private func take(_ sheet: AnswerSheet, of person: Person, into handedIn: inout HandedIn) {
    let ids = exercises.map(\.id)
    let given = ids.filter { sheet[$0] != nil }
    if !given.isEmpty { handedIn.files.append(sheet.file) }
    for id in given {
      if let earlier = handedIn.answers[id], earlier != sheet[id] {
        handedIn.remarks.append(
          Bilingual(
            ko: "\(id)의 답이 여러 파일에 다르게 있어 ‘\(earlier)’을(를) 채점했습니다.",
            en: "\(id) is answered differently in several files: “\(earlier)” was graded."))
      } else {
        handedIn.answers[id] = sheet[id]
      }
    }
    handedIn.remarks += sheet.problems(known: known).prefix(5).map { problem in
      Bilingual(ko: problem.text(in: .ko), en: problem.text(in: .en))
    }
    if let name = sheet.name, NameKey(name) != person.key {
      handedIn.remarks.append(
        Bilingual(
          ko: "\(sheet.file)의 이름은 ‘\(name)’이지만 \(person.name)의 수로 채점했습니다.",
          en: "\(sheet.file) is named “\(name)”, but was graded with the numbers of \(person.name)."))
    }
  }
}
