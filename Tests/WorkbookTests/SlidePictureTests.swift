import Chapters
import Foundation
import Localization
import Testing

@testable import Workbook

@Suite struct SlidePictureTests {
  @Test("each picture of the slides that belongs to a chapter that exists is drawn there, in both languages")
  func drawn() throws {
    for chapter in Repository.own.chapters {
      for picture in SlidePicture.all where picture.chapter == chapter.number {
        for language in Language.allCases {
          let path = chapter.repository.path("\(chapter.figures)/\(picture.figure).\(language.rawValue).png")
          #expect(FileManager.default.fileExists(atPath: path), "\(path)")
        }
      }
    }
  }

  @Test("a figure is known by the slides that it stands for, one without any by none")
  func seenAs() {
    #expect(SlidePicture.seenAs("balanceTipsBack", inChapter: 3).map(\.en) == ["blog post, picture 10"])
    #expect(SlidePicture.seenAs("alphaSweep", inChapter: 3).isEmpty)
  }
}
