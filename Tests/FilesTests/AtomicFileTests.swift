import Foundation
import Testing

@testable import Files

@Suite struct AtomicFileTests {
  private let folder = NSTemporaryDirectory() + "/atomic-" + UUID().uuidString

  @Test("what is written is read again, and folders are made on the way")
  func roundTrip() throws {
    let path = folder + "/a/b.txt"
    try AtomicFile.write(Array("한글".utf8), to: path)
    #expect(try AtomicFile.read(path) == "한글")
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test("a path that leads through a file is refused, and the file keeps what it holds")
  func throughFile() throws {
    let path = folder + "/file.txt"
    try AtomicFile.write(Array("kept".utf8), to: path)
    #expect(throws: FileError.self) { try AtomicFile.write([1, 2, 3], to: path + "/below") }
    #expect(try AtomicFile.read(path) == "kept")
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test("bytes that are no UTF-8 are read as the sign for them")
  func notText() throws {
    let path = folder + "/latin.txt"
    try AtomicFile.write([0xE9, 0x20], to: path)
    #expect(try AtomicFile.read(path) == "\u{FFFD} ")
    try FileManager.default.removeItem(atPath: folder)
  }
}
