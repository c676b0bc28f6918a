import Chapters
import Foundation
import Testing

@Suite struct ChapterTests {
  @Test("a chapter is known by its folder's number, however many digits it has")
  func names() throws {
    let chapter = try #require(Chapter(folder: "12-some-thing"))
    #expect(chapter.number == 12 && chapter.product == "chapter12")
    #expect(chapter.file("main.swift") == "chapters/12-some-thing/main.swift")
    #expect(chapter.figures == "figures/12-some-thing")
    for folder in ["", "-", "-1-a", "appendix", ".DS_Store"] { #expect(Chapter(folder: folder) == nil, "\(folder)") }
  }

  @Test("a program knows its chapter from where its source lies")
  func mainFile() throws {
    let own = try #require(Repository.own.chapters.last)
    #expect(Chapter(mainFile: own.repository.path(own.file("main.swift"))) == own)
    #expect(Chapter(mainFile: "/somewhere/else/main.swift") == nil)
  }

  @Test("chapters come in the order of their numbers, other folders not at all")
  func all() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "chapters-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    for name in ["10-last", "2-second", "drafts"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: "chapters/\(name)"), withIntermediateDirectories: true)
    }
    #expect(Repository(root: root).chapters.map(\.number) == [2, 10])
    #expect(Repository(root: root.appending(path: "nowhere")).chapters.isEmpty)
    #expect(!Repository.own.chapters.isEmpty)
  }
}
