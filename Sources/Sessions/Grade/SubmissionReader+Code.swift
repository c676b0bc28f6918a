import Grading
import Literate
import Localization

extension SubmissionReader {
  private struct Code {
    let file: FolderWalk.File
    let text: Result<SubmissionSource, Refusal>
    let isStub: Bool
  }

  func readCode(_ files: [FolderWalk.File], into handedIn: inout HandedIn) {
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
      ko: "같은 장의 파일이 여럿이라 \(file.path.with("을/를")) 채점했습니다. 채점하지 않은 것: \(list)",
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
}
