import Console
import Foundation
import TestSupport
import Testing

@testable import WorkbookCommand

/// Programs of a few lines stand for chapters.
@Suite(.timeLimit(.minutes(30))) struct ChapterTourTests {
  private let folder: TemporaryFolder
  private let tour: ChapterTour

  /// Five programs, the first the slowest; each writes `+` and `-` to a common file where it begins and ends.
  init() throws {
    folder = try TemporaryFolder()
    for index in 0..<5 {
      let script = """
        #!/bin/sh
        printf + >> '\(folder.path)/log'
        sleep 0.\(5 - index)
        echo "$@ \(index)"
        echo "told \(index)" >&2
        printf -- - >> '\(folder.path)/log'
        exit \(index == 1 || index == 3 ? index + 4 : 0)
        """
      let path = try folder.write(script, to: "chapter\(index)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let products = BuiltProducts(folder: BuildFolder(URL(fileURLWithPath: folder.path)))
    tour = ChapterTour(products: products, builds: false, width: 2)
  }

  private let stops = (0..<5).map { ChapterTour.Stop(product: "chapter\($0)", arguments: ["figures", "a b"]) }

  @Test("chapters run as many at a time as asked, and are told of in order, each with all it said")
  func order() async throws {
    var told: [String] = []
    try await tour.visit(stops) { index, outcome in
      told.append("\(index) \(outcome.status) \(String(decoding: outcome.output + outcome.complaint, as: UTF8.self))")
    }
    #expect(told == (0..<5).map { "\($0) \([0, 5, 0, 7, 0][$0]) figures a b \($0)\ntold \($0)\n" })

    let log = try folder.text(of: "log")
    var (running, most) = (0, 0)
    for sign in log {
      running += sign == "+" ? 1 : -1
      most = max(most, running)
    }
    #expect(most == 2 && running == 0)
  }

  @Test("whoever is told may end the tour: nothing is started any more, and what runs is ended")
  func ending() async throws {
    struct Enough: Error {}
    await #expect(throws: Enough.self) { try await tour.visit(stops) { _, _ in throw Enough() } }
    let begun = try folder.text(of: "log").count { $0 == "+" }
    #expect(begun < 5)
  }

  @Test("a chapter that was not built is named")
  func missing() async throws {
    await #expect(throws: SisterError.self) {
      try await tour.visit([.init(product: "chapter9", arguments: [])]) { _, _ in }
    }
  }
}
