import Files
import Foundation
import Testing

@testable import Weights

/// What is no file of weights, or one that wants more than to be read.
@Suite struct RefusalTests {
  private func error(_ name: String) throws -> WeightError {
    let path = try fixture(name).path
    return try #require(#expect(throws: WeightError.self) { try WeightFile(at: path) })
  }

  @Test(
    "a pickle that calls anything is refused by name",
    arguments: [
      ("attack.pth", "posix.system"), ("attack0.pth", "posix.system"), ("attack4.pth", "posix.system"),
      ("instance.pth", "os.system"), ("whole.pth", "torch.nn.modules.container.Sequential"),
    ])
  func calls(_ name: String, _ refused: String) throws {
    let error = try error(name)
    #expect(error.problem == .refused(refused))
    guard case .byte(_, "data.pkl") = error.place else { throw error }
    #expect(error.message.en.contains("calls \(refused): refused, nothing was run"))
    #expect(error.message.ko.contains("\(refused) 호출: 거부했고"))
    #expect(error.message.en.contains(name) && error.message.ko.contains(name))
  }

  @Test("PyTorch's old forms are told how to convert them")
  func oldForms() throws {
    #expect(try error("legacy.pth").problem == .oldForm)
    #expect(try error("legacy.pth").message.ko.contains("weights_only=True"))
    let tar = [UInt8](repeating: 97, count: 257) + Array("ustar\u{0}00".utf8) + [UInt8](repeating: 0, count: 300)
    #expect(problem(tar)?.problem == .oldForm)
  }

  @Test("a compressed zip, a single tensor and rare types are refused with the next step")
  func forms() throws {
    #expect(try error("deflated.pth").problem == .compressed)
    #expect(try error("single.pth").problem == .noWeights)
    #expect(try error("complex.pth").problem == .unknownType("torch.ComplexFloatStorage"))
    #expect(try error("uint16.pth").problem == .unknownType("torch.uint16"))
  }

  @Test(
    "what a file is, its contents say",
    arguments: [
      ([], .empty), (Array("<!DOCTYPE html><html>".utf8), .webPage),
      (Array("version https://git-lfs.github.com/spec/v1\n".utf8), .pointer), ([0x1F, 0x8B, 8, 0], .gzip),
      ([0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10], .hdf5), ([1, 2, 0xAB], .unknown([1, 2, 0xAB])),
    ] as [([UInt8], WeightError.Lookalike)])
  func lookalikes(_ bytes: [UInt8], _ expected: WeightError.Lookalike) {
    #expect(problem(bytes)?.problem == .notWeights(expected))
  }

  @Test("the file's name does not matter")
  func names() throws {
    try withFolder { folder in
      for name in ["kinds.pth", "kinds.safetensors"] {
        try FileManager.default.copyItem(atPath: fixture(name).path, toPath: folder + "/\(name).jpg")
        #expect(try WeightFile(at: folder + "/\(name).jpg").names == WeightFile(at: fixture(name).path).names)
      }
    }
  }

  @Test("a missing file, a folder and a pipe are refused, and waited for by nobody")
  func noFiles() throws {
    #expect(throws: WeightError(.unreadable(SystemError(code: ENOENT)), file: "/no/such.pth")) {
      try WeightFile(at: "/no/such.pth")
    }
    try withFolder { folder in
      #expect(throws: WeightError(.notAFile, file: folder)) { try WeightFile(at: folder) }
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(throws: WeightError(.notAFile, file: folder + "/pipe")) { try WeightFile(at: folder + "/pipe") }
    }
  }

  @Test("a tensor that is not there has its nearest name suggested")
  func missing() throws {
    let file = try WeightFile(at: fixture("nested.pth").path)
    let error = #expect(throws: WeightError.self) { try file.tensor(named: "model.1.runing_mean") }
    #expect(error?.problem == .noTensor(nearest: "model.1.running_mean"))
    #expect(error?.message.en.contains("Did you mean model.1.running_mean?") == true)
  }

  @Test("a name from a file cannot steer the terminal, nor fill it")
  func excerpts() {
    #expect(excerpt("a\u{1B}[2Jb\u{9B}") == "a\u{FFFD}[2Jb\u{FFFD}")
    #expect(excerpt(String(repeating: "x", count: 1000)).count == 97)
  }
}
