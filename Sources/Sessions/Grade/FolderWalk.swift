import Foundation
import Localization

/// The ordinary files of a stranger's folder, found without following links, opening devices, or going on without end.
struct FolderWalk: Sendable {
  struct File: Sendable, Hashable {
    /// From the folder in which all submissions lie: `김민지/fork/answers.txt`.
    let path: String
    /// How many folders it lies in below its entry.
    let depth: Int

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// The folders that it lies in, the entry's own first.
    var folders: [Substring] { path.split(separator: "/").dropLast() }
  }

  /// Something that was passed over.
  enum Remark: Sendable, Hashable {
    case link(String)
    /// A pipe, a socket, a device.
    case special(String)
    case unreadable(String)
    /// A name that is not UTF-8, as far as it can be shown.
    case unnameable(String)
    case tooMany(Int)
    case tooDeep(String)
  }

  /// In the order of their paths.
  private(set) var files: [File] = []
  private(set) var remarks: [Remark] = []
  private var visited = 0

  private static let most = 50_000
  private static let deepest = 24
  /// Folders that hold what is made of sources, or their history.
  private static let skipped: Set<String> = [".git", ".build", "node_modules", "DerivedData", "__MACOSX", ".swiftpm"]

  /// - Parameters:
  ///   - root: the folder of all submissions.
  ///   - entry: the name in it of a file or folder.
  init(_ entry: String, in root: String) {
    visit(entry, in: root, depth: 0)
    files.sort { $0.path < $1.path }
  }

  private mutating func visit(_ path: String, in root: String, depth: Int) {
    var status = stat()
    guard lstat("\(root)/\(path)", &status) == 0 else { return remarks.append(.unreadable(path)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: files.append(File(path: path, depth: depth - 1))
    case S_IFLNK: remarks.append(.link(path))
    case S_IFDIR: visitFolder(path, in: root, depth: depth)
    default: remarks.append(.special(path))
    }
  }

  private mutating func visitFolder(_ path: String, in root: String, depth: Int) {
    guard depth < Self.deepest else { return remarks.append(.tooDeep(path)) }
    guard let names = Self.names(in: "\(root)/\(path)") else { return remarks.append(.unreadable(path)) }
    for name in names where !Self.skipped.contains(name.text) {
      visited += 1
      guard visited <= Self.most else {
        if visited == Self.most + 1 { remarks.append(.tooMany(Self.most)) }
        return
      }
      let inner = "\(path)/\(name.text)"
      if name.isWhole { visit(inner, in: root, depth: depth + 1) } else { remarks.append(.unnameable(inner)) }
    }
  }

  /// A name as a folder holds it; one that is not UTF-8 is shown as far as it can be.
  struct Name {
    let text: String
    let isWhole: Bool
  }

  /// The names in a folder, sorted; nil where it cannot be read.
  static func names(in folder: String) -> [Name]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [Name] = []
    while let entry = readdir(directory) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let text = String(decoding: bytes, as: UTF8.self)
      if text != ".", text != ".." { names.append(Name(text: text, isWhole: Array(text.utf8) == bytes)) }
    }
    return names.sorted { $0.text < $1.text }
  }

  /// The first bytes of an ordinary file; nil where it cannot be read. Never waits for a pipe.
  static func bytes(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor != -1 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    return (try? handle.read(upToCount: limit)).map { $0.map(Array.init) ?? [] }
  }
}

extension FolderWalk.Remark {
  var message: Bilingual {
    switch self {
    case .link(let path):
      Bilingual(
        ko: "\(path): 다른 곳을 가리키는 링크라 따라가지 않았습니다. 파일 자체를 넣으십시오.",
        en: "\(path) is a link and was not followed. Put the file itself there.")
    case .special(let path):
      Bilingual(ko: "\(path): 보통 파일이 아니어서 열지 않았습니다.", en: "\(path) is no ordinary file and was not opened.")
    case .unreadable(let path):
      Bilingual(ko: "\(path): 읽을 수 없습니다. 권한을 확인하십시오.", en: "\(path) cannot be read. Check its permissions.")
    case .unnameable(let path):
      Bilingual(
        ko: "\(path): 이름이 UTF-8이 아닙니다(Windows의 압축 파일에 흔합니다). 이름을 바꾸십시오.",
        en: "\(path): its name is not UTF-8, as often from archives made on Windows. Rename it.")
    case .tooMany(let count):
      Bilingual(
        ko: "파일이 너무 많아 처음 \(count)개만 보았습니다. 제출할 파일만 남기십시오.",
        en: "Too many files: only the first \(count) were looked at. Keep those to be handed in.")
    case .tooDeep(let path):
      Bilingual(ko: "\(path): 폴더가 너무 깊어 더 들어가지 않았습니다.", en: "\(path): too deep, and not looked into.")
    }
  }
}
