import Chapters

/// Weaving every chapter in both languages and checking prose, pages and figures: `chapterN weave --check`, whole processes.
struct WeavingBenchmark {
  let rounds: Int

  func run() async throws {
    print("Weaving and checking all chapters")
    var sides: [(executable: String, time: Measurement)] = []
    for chapter in Repository.own.chapters {
      sides.append((try await chapter.executable(), Measurement("\(chapter.product) weave --check")))
    }
    for _ in 0..<rounds {
      for index in sides.indices {
        sides[index].time.add(try WholeProcess(sides[index].executable, ["weave", "--check"]))
      }
    }
    for side in sides { print(side.time.line) }
    let seconds = sides.reduce(0) { $0 + $1.time.median } / 1000
    print("  → \(seconds.text(decimals: 2)) s for all chapters (limit 20)\n")
  }
}
