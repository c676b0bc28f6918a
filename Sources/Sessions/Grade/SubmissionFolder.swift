import Foundation
import Localization

/// The folder of all submissions: whose each entry of it is.
struct SubmissionFolder: Sendable {
  let path: String
  /// The names of what each person handed in, in the order of the people.
  private(set) var entries: [[String]]
  /// Files and folders that are nobody's, and why.
  private(set) var strays: [Stray] = []

  struct Stray: Sendable, Hashable {
    let name: String
    let reason: Reason

    enum Reason: Sendable, Hashable {
      case nobody(nearest: String?)
      case several([String])
      case archive
      case link
      case unnameable
      case otherKind
    }
  }

  /// What may lie beside the submissions.
  private static let ours: Set<String> = [SessionRecord.fileName, "people.csv"]
  private static let archives: Set<String> = ["zip", "tar", "gz", "tgz", "7z", "rar", "xz", "alz", "egg"]

  /// - Throws: `GradeError.noSubmissions` where there is no such folder, or it cannot be read.
  static func names(in path: String) throws(GradeError) -> [FolderWalk.Name] {
    guard let names = FolderWalk.names(in: path) else { throw .noSubmissions(path) }
    return names.filter { !$0.text.hasPrefix(".") && !ours.contains($0.text) && $0.text != "__MACOSX" }
  }

  /// - Parameters:
  ///   - names: what lies in the folder.
  ///   - people: each with the name of their folder, where that is another.
  init(_ path: String, names: [FolderWalk.Name], people: [SessionRecord.Entry]) {
    self.path = path
    entries = people.map { _ in [] }
    let matching = NameMatching(people.map { [$0.person.name, $0.folder] })
    for name in names {
      if let reason = Self.refusal(of: name, in: path) {
        strays.append(Stray(name: name.text, reason: reason))
        continue
      }
      switch matching.person(of: name.text) {
      case .person(let index): entries[index].append(name.text)
      case .several(let indices):
        strays.append(Stray(name: name.text, reason: .several(indices.map { people[$0].person.name })))
      case .nobody:
        let nearest = nearestName(to: NameMatching.stem(name.text), among: people.map(\.person.name))
        strays.append(Stray(name: name.text, reason: .nobody(nearest: nearest)))
      }
    }
  }

  /// Why something is no submission, whoever's it is.
  private static func refusal(of name: FolderWalk.Name, in path: String) -> Stray.Reason? {
    guard name.isWhole else { return .unnameable }
    var status = stat()
    guard lstat("\(path)/\(name.text)", &status) == 0 else { return .otherKind }
    let ending = name.text.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return nil
    case S_IFLNK: return .link
    case S_IFREG where archives.contains(ending): return .archive
    case S_IFREG: return ["swift", "txt", "text"].contains(ending) ? nil : .otherKind
    default: return .otherKind
    }
  }

  /// People as folders and files are called, where nobody recorded who they are.
  static func people(named names: [FolderWalk.Name], in path: String, language: Language) -> [SessionRecord.Entry] {
    var seen: Set<NameKey> = []
    return names.compactMap { name in
      guard refusal(of: name, in: path) == nil else { return nil }
      let person = Person(name: NameMatching.stem(name.text), language: language)
      return seen.insert(person.key).inserted ? SessionRecord.Entry(person: person, folder: name.text) : nil
    }
  }
}

extension SubmissionFolder.Stray {
  var message: Bilingual {
    switch reason {
    case .nobody(let nearest):
      Bilingual(
        ko: "\(name): session.json에 없는 이름이라 채점하지 않았습니다." + (nearest.map { " ‘\($0)’의 것이면" } ?? " 누구의 것인지 알면")
          + " 이름을 바꾸어 다시 실행하십시오.",
        en: "\(name): nobody of the session is called so, and it was not graded."
          + (nearest.map { " If it is from “\($0)”," } ?? " If you know whose it is,")
          + " rename it and run this again.")
    case .several(let names):
      Bilingual(
        ko: "\(name): 여러 사람(\(names.joined(separator: ", ")))의 이름에 맞아 채점하지 않았습니다. 한 사람의 이름으로 바꾸십시오.",
        en: "\(name): it may be from any of \(names.joined(separator: ", ")), and was not graded. Rename it.")
    case .archive:
      Bilingual(ko: "\(name): 압축 파일입니다. 풀어서 넣고 다시 실행하십시오.", en: "\(name) is an archive. Unpack it and run this again.")
    case .link:
      Bilingual(
        ko: "\(name): 다른 곳을 가리키는 링크라 따라가지 않았습니다. 폴더 자체를 넣으십시오.",
        en: "\(name) is a link and was not followed. Put the folder itself there.")
    case .unnameable:
      Bilingual(
        ko: "\(name): 이름이 UTF-8이 아닙니다(Windows의 압축 파일에 흔합니다). 이름을 바꾸십시오.",
        en: "\(name): its name is not UTF-8, as often from archives made on Windows. Rename it.")
    case .otherKind:
      Bilingual(
        ko: "\(name): 폴더도 .swift도 .txt도 아니어서 채점하지 않았습니다.",
        en: "\(name) is neither a folder nor .swift nor .txt, and was not graded.")
    }
  }
}
