import Foundation
import Localization
import Testing

@testable import Images

@Suite struct BadPictureTests {
  /// What went wrong, in both languages.
  private func complaint(_ result: Result<some Any, ImageError>) throws -> Bilingual {
    guard case .failure(let error) = result else { throw NoError() }
    return error.message
  }
  private struct NoError: Error {}

  @Test("what is no picture, or one of another format, is answered with the next step")
  func formats() throws {
    let heads: [(format: PictureFormat, head: [UInt8])] = [
      (.gif, Array("GIF89a\u{1}\0\u{1}\0".utf8)), (.webP, Array("RIFF\u{10}\0\0\0WEBPVP8 ".utf8)),
      (.heic, Array("\0\0\0\u{18}ftypheic\0\0\0\0".utf8)), (.avif, Array("\0\0\0\u{1C}ftypavif\0\0\0\0".utf8)),
      (.bmp, Array("BM~\0\0\0\0\0\0\0".utf8)), (.tiff, Array("II*\0\u{8}\0\0\0".utf8)),
      (.jpegXL, [0xFF, 0x0A, 0, 0x10]),
    ]
    #expect(Set(heads.map(\.format)) == Set(PictureFormat.allCases).subtracting([.png, .jpeg]))
    for (format, head) in heads {
      let message = try complaint(reading(head))
      #expect(message.en.contains(format.rawValue) && message.en.contains("Convert it to PNG or JPEG"))
      #expect(message.ko.contains(format.rawValue) && message.ko.contains("변환"))
    }
    for other in ["not a picture", "%PDF-1.7", "<svg>", "P", "BMW", "RIFF    WAVE"] {
      #expect(try complaint(reading(other.utf8)).en.contains("not a picture. Give a PNG or a JPEG"), "\(other)")
    }
  }

  @Test("folders, devices, missing and empty files are refused by name")
  func files() throws {
    #expect(throws: ImageError.notAFile(file: "/")) { try readPicture(at: "/") }
    #expect(throws: ImageError.notAFile(file: "/dev/zero")) { try readPicture(at: "/dev/zero") }
    #expect(throws: ImageError.unreadable(file: "/nowhere/balloon.jpg")) { try readPicture(at: "/nowhere/balloon.jpg") }
    #expect(try complaint(reading([])).en.contains("the file is empty"))
    for error: ImageError in [.unreadable(file: "b.png"), .notAFile(file: "b.png"), .empty(file: "b.png")] {
      #expect(error.message.en.contains("“b.png”") && error.message.ko.contains("“b.png”"))
    }
  }

  @Test("a file of a hundred gigabytes is refused by its length, without being read")
  func long() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data([0xFF, 0xD8, 0xFF, 0xE0]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 100 << 30)
    try handle.close()
    #expect(throws: ImageError.tooLong(file: file.path, bytes: 100 << 30)) { try readPicture(at: file.path) }
  }

  // MARK: - JPEG

  @Test("a JPEG cut off anywhere is refused, and said to be cut off")
  func cut() throws {
    for name in ["4:2:0", "progressive", "CMYK"] {
      let jpeg = try [UInt8](Truth.pillow(name).file)
      for length in 4..<jpeg.count {
        #expect(throws: JPEGError.cutOff, "\(name), cut at \(length)") { try decodeJPEG(Array(jpeg.prefix(length))) }
      }
    }
    let message = try complaint(reading(Truth.pillow("4:2:0").file.prefix(300)))
    #expect(message.en.contains("ends before the picture") && message.ko.contains("끊겼습니다"))
  }

  @Test("stray bytes between two markers are stepped over")
  func stray() throws {
    let truth = try Truth.pillow("4:2:0")
    var jpeg = [UInt8](truth.file)
    jpeg.insert(contentsOf: [0, 7, 9], at: jpeg.count - 2)
    #expect(try #require(reading(jpeg).get().distance(to: truth)) <= 1)
  }

  @Test("a JPEG that claims more pixels than fit is refused before they are allocated")
  func huge() throws {
    var jpeg = try [UInt8](Truth.pillow("4:2:0").file)
    let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x7F, 0xFF, 0x7F, 0xFF])
    #expect(throws: JPEGError.tooManyPixels(width: 32767, height: 32767)) { try decodeJPEG(jpeg) }
    #expect(try complaint(reading(jpeg)).en.contains("too large"))
  }

  @Test("a kind of JPEG that is not read is refused with the reason and the next step")
  func unusual() throws {
    var jpeg = try [UInt8](Truth.pillow("4:2:0").file)
    let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg[frame + 4] = 12  // bits a sample
    let message = try complaint(reading(jpeg))
    #expect(message.en.contains("12") && message.en.contains("Save the picture again as PNG"))
    #expect(message.ko.contains("다시 저장"))
  }
}
