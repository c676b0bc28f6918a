import Files
import Foundation
import Grading

/// Results on disk, one file for each person, written as soon as it is known: whoever is ended goes on from there.
struct ResultStore: Sendable {
  /// The folder of a report.
  let out: String

  static let folder = "graded"

  /// One person's results, and what they are of.
  struct Entry: Codable {
    var version = 2
    var digest: String
    var verdicts: [String: Verdict]
    var printed: [String: Printed]
  }

  /// Makes sure that the folder can be taken for results.
  ///
  /// - Throws: `GradeError` where something else is in it, or it lies among the submissions.
  func check(submissions: String) throws(GradeError) {
    let manager = FileManager.default
    let (own, other) = (Self.resolved(out), Self.resolved(submissions))
    guard own != other, !own.hasPrefix(other == "/" ? "/" : other + "/") else {
      throw .outInside(out: out, submissions: submissions)
    }
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: out, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw .noFolder(out) }
    let contents = FolderWalk.names(in: out)?.map(\.text).filter { !$0.hasPrefix(".") } ?? []
    guard contents.isEmpty || contents.contains(Self.folder) else { throw .otherFolder(out) }
  }

  /// The path without links, of a folder that need not be there yet.
  private static func resolved(_ path: String) -> String {
    var url = URL(fileURLWithPath: path).standardizedFileURL
    var missing: [String] = []
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
      missing.insert(url.lastPathComponent, at: 0)
      url.deleteLastPathComponent()
    }
    // `realpath` also undoes links that Foundation leaves.
    let real = realpath(url.path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return missing.reduce(URL(fileURLWithPath: real ?? url.path)) { $0.appending(path: $1) }.path
  }

  private func path(_ file: String) -> String { "\(out)/\(Self.folder)/\(file).json" }

  /// What was found before; nil where it is of something else, or was the grader's own failure.
  func entry(_ file: String, digest: String) -> Entry? {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = FileManager.default.contents(atPath: path(file)),
      let entry = try? decoder.decode(Entry.self, from: data), entry.version == 2, entry.digest == digest,
      !entry.verdicts.values.contains(where: { Mark($0) == .ungraded })
    else { return nil }
    return entry
  }

  func save(_ entry: Entry, _ file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try AtomicFile.write(Array(try encoder.encode(entry)), to: path(file))
  }
}
