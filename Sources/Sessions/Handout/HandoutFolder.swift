import Files
import Foundation
import Literate
import Localization

/// The folder that a session is written to. What others wrote there is theirs: sheets are only replaced when asked for, and
/// filled-in answers never.
struct HandoutFolder {
  let path: String

  enum Replacing: Sendable { case nothing, sheets }

  /// What was done.
  struct Outcome: Hashable {
    var written: [String] = []
    /// Files that were there already, just so.
    var same = 0
    /// Answers that somebody has begun to fill in.
    var kept: [String] = []
  }

  /// Writes files that are not there yet, and, where asked to, those that differ.
  ///
  /// - Throws: `HandoutError` before anything is written, where something would be replaced unasked.
  @discardableResult
  func write(_ files: [String: [UInt8]], replacing: Replacing) throws -> Outcome {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    let exists = manager.fileExists(atPath: path, isDirectory: &isFolder)
    guard !exists || isFolder.boolValue else { throw HandoutError.noFolder(path) }
    let contents = exists ? try manager.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") } : []
    guard contents.isEmpty || contents.contains(SessionRecord.fileName) || replacing == .sheets else {
      throw HandoutError.otherFolder(path)
    }
    var outcome = Outcome()
    var differing: [String] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard let old = manager.contents(atPath: "\(path)/\(name)") else {
        outcome.written.append(name)
        continue
      }
      if Array(old) == bytes {
        outcome.same += 1
      } else if name.hasSuffix("/answers.txt") {
        outcome.kept.append(name)
      } else {
        differing.append(name)
      }
    }
    guard differing.isEmpty || replacing == .sheets else { throw HandoutError.differs(path, differing) }
    outcome.written += differing
    // The record goes last: with it, everything is there.
    let last = outcome.written.filter { $0 == SessionRecord.fileName }
    for name in outcome.written.filter({ $0 != SessionRecord.fileName }) + last {
      try AtomicFile.write(files[name] ?? [], to: "\(path)/\(name)")
    }
    outcome.written.sort()
    return outcome
  }
}

enum HandoutError: BilingualError, Hashable {
  case noFolder(String)
  case otherFolder(String)
  case differs(String, [String])

  var message: Bilingual {
    switch self {
    case .noFolder(let path):
      Bilingual(
        ko: "\(path.with("은/는")) 폴더가 아닙니다. --out에 폴더를 적으십시오.", en: "\(path) is no folder. Type a folder after --out.")
    case .otherFolder(let path):
      Bilingual(
        ko: "\(path)에는 다른 파일이 있습니다. 비어 있는 폴더나 새 폴더를 --out에 적으십시오. 거기에 그대로 쓰려면 --force를 붙이십시오.",
        en:
          "\(path) holds other files. Type an empty or a new folder after --out, or add --force to write there anyway.")
    case .differs(let path, let names):
      Bilingual(
        ko:
          "\(path)에 이미 나누어 준 것과 달라집니다: \(Self.list(names, "외 \(names.count - 3)개")). 바꾸어 쓰려면 --force를 붙이고, 아니면 새 폴더를 쓰십시오. 적어 넣은 답(answers.txt)은 어느 쪽이든 그대로 둡니다.",
        en: "In \(path) this would replace what was handed out: \(Self.list(names, "and \(names.count - 3) more")). "
          + "Add --force to do so, or type a new folder. Filled-in answers.txt are kept in any case.")
    }
  }

  private static func list(_ names: [String], _ more: String) -> String {
    names.count > 3 ? (names.prefix(3) + [more]).joined(separator: ", ") : names.joined(separator: ", ")
  }
}
