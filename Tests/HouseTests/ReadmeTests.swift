import Foundation
import Testing

@Suite struct ReadmeTests {
  @Test("the README, the test script and the doctor install the same packages")
  func packages() throws {
    let readme = try House.text(of: "README.md")
    let script = try House.text(of: ".ci/run")
    let prerequisites = try House.text(of: "Sources/Prerequisites/Prerequisite.swift")
    let lines = readme.matches(of: /install -y ([a-z0-9 .-]+) && swift (?:run chapter3|test)\n/).map(\.1)
    #expect(lines.count == 2 && Set(lines).count == 1, "reading and testing need the same")
    let packages = try #require(lines.first).split(separator: " ").map(String.init)
    #expect(packages.count > 5)
    for package in packages {
      #expect(prerequisites.contains("\"\(package)\""), "the doctor does not know \(package)")
      #expect(script.contains(package), ".ci/run does not install \(package)")
    }
    let known = prerequisites.matches(of: /"((?:lib|fonts-)[a-z0-9.-]+)"/).map { String($0.1) }
    for package in known where package.hasSuffix("-dev") || package.hasPrefix("fonts-") {
      #expect(packages.contains(package), "the README does not install \(package)")
    }
    let formulae = try #require(readme.firstMatch(of: /brew install ([a-z -]+) && swift run chapter3/)?.1)
    let brewed = prerequisites.matches(of: /brew: \["([a-z-]+)"\]/).map { String($0.1) }
    #expect(formulae.split(separator: " ").map(String.init) == brewed)
  }

  @Test("the README's table lists every chapter, and every link of it leads somewhere")
  func links() throws {
    let readme = try House.text(of: "README.md")
    for chapter in try House.folders(in: "chapters") {
      #expect(readme.contains("chapters/\(chapter)/README.md"))
      #expect(readme.contains("chapters/\(chapter)/README.en.md"))
    }
    for link in readme.matches(of: /\]\(([^)]+)\)/) {
      #expect(FileManager.default.fileExists(atPath: House.root.appending(path: String(link.1)).path), "\(link.1)")
    }
  }
}
