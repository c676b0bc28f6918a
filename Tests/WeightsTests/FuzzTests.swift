import Foundation
import Kernels
import Testing

@testable import Weights

/// Real files with bytes changed, moved, cut out and put in: each is an error or a valid load, never a crash.
///
/// `WEIGHTS_FUZZ=300000 swift test --filter FuzzTests` tries as many.
@Suite struct FuzzTests {
  private static let count = ProcessInfo.processInfo.environment["WEIGHTS_FUZZ"].flatMap(Int.init) ?? 4000
  private static let files = [
    "kinds.pth", "strides.pth", "nested.pth", "protocol4.pth", "kinds.safetensors", "attack.pth",
  ]

  @Test("a mutated file is an error or a valid load", arguments: files)
  func mutated(_ name: String) throws {
    let original = try fixtureBytes(name)
    let changing = try Self.partsThatMatter(original)
    var random = SplitMix64(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    var loads = 0, refusals = 0
    for _ in 0..<Self.count / Self.files.count {
      var bytes = original
      for _ in 0...random.index(below: 3) { mutate(&bytes, changing, &random) }
      do throws(WeightError) {
        let file = try open(bytes)
        // No tensor, and not all of them, take memory far beyond the file's size.
        #expect(file.names.reduce(0) { $0 + (file[$1]?.count ?? 0) } <= max(4 * bytes.count, 1 << 20))
        for name in file.names {
          let tensor = try file.tensor(named: name)
          #expect(tensor.shape == file[name]?.shape)
        }
        _ = file.match(["model.0.weight": [2, 1, 3, 3], "float32": [4]]).report
        loads += 1
      } catch {
        #expect(!error.message.ko.isEmpty && error.message.en.contains("test"))
        refusals += 1
      }
    }
    print("\(name): \(loads) valid loads, \(refusals) errors")
    #expect(refusals > loads && loads + refusals == Self.count / Self.files.count)
  }

  /// Header, pickle and directory: what lies between are numbers, of which any is as good as another.
  private static func partsThatMatter(_ bytes: [UInt8]) throws -> [Range<Int>] {
    let file = try MappedFile(bytes, name: "original")
    guard bytes.starts(with: "PK".utf8) else { return [0..<bytes.count * 2 / 3] }
    let archive = try ZipArchive(file).ranges
    let pickle = try #require(archive.first { $0.key.hasSuffix("data.pkl") }?.value)
    let end = try #require(archive.values.map(\.upperBound).max())
    return [pickle, pickle, end..<bytes.count, 0..<bytes.count]
  }

  private func mutate(_ bytes: inout [UInt8], _ parts: [Range<Int>], _ random: inout SplitMix64) {
    let part = parts[random.index(below: parts.count)].clamped(to: 0..<bytes.count)
    guard !part.isEmpty else { return }
    let place = part.lowerBound + random.index(below: part.count)
    let run = place..<min(place + 1 + random.index(below: 12), bytes.count)
    switch random.index(below: 8) {
    case 0, 1: bytes[place] = UInt8(random.index(below: 256))
    case 2: bytes[place] ^= 1 << UInt8(random.index(below: 8))
    case 3: for index in run { bytes[index] = random.index(below: 2) == 0 ? 0xFF : 0x7F }
    case 4: bytes.removeSubrange(run)
    case 5: bytes.insert(contentsOf: bytes[run], at: part.lowerBound + random.index(below: part.count))
    case 6:
      let source = part.lowerBound + random.index(below: part.count)
      for (index, byte) in zip(run, Array(bytes[source...])) { bytes[index] = byte }
    default:
      let opcodes = Array("(.0NKMJX]}t)aesuqrhjcRbQ\u{1}\u{2}0123456789[]{},:\"".utf8)
      bytes[place] = opcodes[random.index(below: opcodes.count)]
    }
  }
}
