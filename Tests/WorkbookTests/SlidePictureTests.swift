import Foundation
import Localization
import Testing

@testable import Workbook

@Suite struct SlidePictureTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("each picture of the slides that belongs to a chapter that exists is drawn there, in both languages")
  func drawn() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "chapters").path)
    for folder in folders {
      guard let number = Int(folder.prefix { $0 != "-" }) else { continue }
      for picture in SlidePicture.all where picture.chapter == number {
        for language in Language.allCases {
          let path = root.appending(path: "figures/\(folder)/\(picture.figure).\(language.rawValue).png").path
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
