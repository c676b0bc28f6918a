import Chapters
import Foundation

/// Reading each chapter with its figures, whole process, beside a fresh Python process that draws one figure of five curves
/// with matplotlib.
///
/// A reading computes, weaves and prints the chapter; it draws figures that are not there or not of today, and takes a
/// recorded training from its record. Here the committed figures are there in one reading and removed before the next.
struct ReadingBenchmark {
  let rounds: Int
  let python: String

  func run() async throws {
    print("Reading a chapter with its figures, from the start of the process to its end")
    var chapters: [Reading] = []
    for chapter in Repository.own.chapters {
      chapters.append(Reading(chapter, executable: try await chapter.executable()))
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    // A first drawing, not measured: it says the versions, and finds the fonts of this machine.
    let peer = Peer(
      script: "five_curves.py", python: python, arguments: [folder.appending(path: "curves.png").path])
    try await peer.run { presence, _ in try measure(&chapters, peer, presence) }
  }

  private func measure(_ chapters: inout [Reading], _ peer: Peer, _ presence: Peer.Presence) throws {
    var matplotlib = Measurement("Python, one figure with matplotlib")
    for _ in 0..<rounds {
      if case .present = presence { matplotlib.add(try WholeProcess(peer.python, peer.words)) }
      for index in chapters.indices { try chapters[index].measure() }
    }
    if case .present(let versions) = presence { print(matplotlib.line + "   (\(versions))") }
    if case .missing(let reason) = presence { print("  matplotlib is not compared: \(reason)") }
    for chapter in chapters {
      print(chapter.upToDate.line)
      print(chapter.drawn.line)
      var goals = "  → \((chapter.drawn.median / 1000).text(decimals: 2)) s with all figures drawn (limit 0.5)"
      if case .present = presence {
        let ratio = (matplotlib.median / chapter.drawn.median).text(decimals: 1)
        goals += ", \(ratio) times faster than matplotlib draws one (at least 4)"
      }
      print(goals)
    }
    print("")
  }
}

/// One chapter's readings.
private struct Reading {
  let executable: String
  private(set) var upToDate: Measurement
  private(set) var drawn: Measurement
  /// The committed figures of the language that is read, kept while they are removed.
  private let figures: [(url: URL, bytes: Data)]

  init(_ chapter: Chapter, executable: String) {
    self.executable = executable
    upToDate = Measurement("\(chapter.product), figures up to date")
    let folder = chapter.repository.root.appending(path: chapter.figures)
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    figures = files.filter { $0.lastPathComponent.hasSuffix(".ko.png") }
      .compactMap { url in (try? Data(contentsOf: url)).map { (url, $0) } }
    drawn = Measurement("\(chapter.product), all \(figures.count) figures drawn")
  }

  mutating func measure() throws {
    upToDate.add(try read())
    // What is drawn here has the bytes of this machine's fonts: the committed files come back.
    defer { for figure in figures { try? figure.bytes.write(to: figure.url) } }
    for figure in figures { try FileManager.default.removeItem(at: figure.url) }
    drawn.add(try read())
  }

  private func read() throws -> WholeProcess { try WholeProcess(executable, ["--plain", "--lang", "ko"]) }
}
