import Foundation
import Testing

@testable import Files

@Suite struct SystemErrorTests {
  @Test("a full disk asks for space, a folder that is not there for a folder, in both languages")
  func steps() {
    let full = SystemError(code: ENOSPC), missing = SystemError(code: ENOENT)
    #expect(full.whenWriting.en.contains("Free some space") && full.whenWriting.ko.contains("공간을 비우고"))
    #expect(missing.whenWriting.en.contains("folder exists") && missing.whenWriting.ko.contains("폴더가 있는지"))
    #expect(missing.whenReading.en.contains("no such file") && missing.whenReading.ko.contains("없음"))
  }

  @Test("what Foundation throws says what the system said")
  func foundation() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "reason-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for (path, code) in [("/no/such/folder/file", ENOENT), (file.path + "/file", ENOTDIR)] {
      do {
        try Data([1]).write(to: URL(fileURLWithPath: path))
        Issue.record("\(path) was written")
      } catch { #expect(SystemError(behind: error) == SystemError(code: code), "\(error)") }
    }
  }

  @Test("a number that is not known here has the system's own words")
  func others() {
    #expect(SystemError(code: EIO).reason.ko == String(cString: strerror(EIO)))
  }
}
