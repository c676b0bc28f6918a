import Chapters
import Foundation
import Literate
import Localization
import Testing

@testable import Workbook

@Suite struct SlideClaimTests {
  @Test("ids are unique, and each is of a source and a chapter that exist")
  func ids() {
    let ids = SlideClaim.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /00[0234]-\d\d/) != nil })
    #expect(SlideClaim.all.allSatisfy { (0...9).contains($0.chapter) })
  }

  @Test("every wrong claim of a chapter's slides is checked in exactly one of its passages, in both languages")
  func coverage() throws {
    #expect(!Repository.own.chapters.isEmpty)
    for chapter in Repository.own.chapters {
      func file(_ name: String) throws -> SourceFile {
        let path = chapter.repository.path(chapter.file(name))
        return SourceFile(name: chapter.file(name), text: try String(contentsOfFile: path, encoding: .utf8))
      }
      let manuscript = Manuscript(
        program: try file("main.swift"), prose: [.ko: try file("prose.ko.md"), .en: try file("prose.en.md")])
      let weaver = Weaver(manuscript: manuscript, record: Record(), references: .book(in: .own))
      for language in Language.allCases {
        let cited = weaver.citations(of: .slide, in: language).map(\.name)
        for claim in SlideClaim.all where claim.chapter == chapter.number && claim.verdict == .wrong {
          #expect(cited.count { $0 == claim.id } == 1, "\(claim.id) in \(chapter.name), \(language)")
        }
      }
    }
  }
}
