import Foundation
import Testing

@testable import Files

@Suite struct FileReplacementTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "replacement-\(UUID().uuidString)").path

  private var bytes: [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

  @Test("a file is as it was until the new one is finished, on the disk or not")
  func replaced() throws {
    defer { unlink(path) }
    for finish in [FileReplacement.finish, FileReplacement.finishOnDisk] {
      try FileReplacement.write([1], to: path)
      let file = try FileReplacement(of: path)
      try file.write([2] as [UInt8])
      try file.write([0x0403] as [UInt16])
      #expect(bytes == [1])
      try finish(file)()
      #expect(bytes == [2, 3, 4])
    }
  }

  @Test("what is not finished leaves nothing but the old file")
  func abandoned() throws {
    defer { unlink(path) }
    try FileReplacement.write([1], to: path)
    do {
      let file = try FileReplacement(of: path)
      try file.write([2] as [UInt8])
    }
    #expect(bytes == [1] && !FileManager.default.fileExists(atPath: "\(path).\(getpid()).tmp"))
  }

  @Test("a device without space says so, and the old file stays")
  func full() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    defer { unlink(path) }
    try FileReplacement.write([1], to: path)
    // What is written under the temporary name meets a full device.
    try FileManager.default.createSymbolicLink(atPath: "\(path).\(getpid()).tmp", withDestinationPath: "/dev/full")
    #expect(throws: SystemError(code: ENOSPC)) { try FileReplacement.write([2], to: path) }
    #expect(bytes == [1] && !FileManager.default.fileExists(atPath: "\(path).\(getpid()).tmp"))
  }

  @Test("a folder that is not there, and a folder in the file's place, are refused")
  func refused() throws {
    #expect(throws: SystemError(code: ENOENT)) { try FileReplacement.write([1], to: path + "/file") }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { rmdir(path) }
    #expect(throws: SystemError(code: EISDIR)) { try FileReplacement.write([1], to: path) }
  }
}
