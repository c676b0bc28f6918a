import Grading
import Literate
import Localization

extension SubmissionReader {
  func readAnswers(_ files: [FolderWalk.File], of person: Person, into handedIn: inout HandedIn) {
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
            ko: "\(id)의 답이 여러 파일에 다르게 있어 \("‘\(earlier)’".with("을/를")) 채점했습니다.",
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
          ko: "\(sheet.file)의 이름은 \("‘\(name)’".with("이지만")) \(person.name)의 수로 채점했습니다.",
          en: "\(sheet.file) is named “\(name)”, but was graded with the numbers of \(person.name)."))
    }
  }
}
