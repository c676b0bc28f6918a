import Foundation
import Testing

@testable import Weights

/// What `Fixtures/make_files.py` put into its files: PyTorch's and safetensors' own account of them.
struct Truth: Decodable {
  struct Stored: Decodable {
    let type: String
    let shape: [Int]
    /// As Python writes them.
    let numbers: [String]
  }

  let files: [String: [String: Stored]]

  static let read = Result { try JSONDecoder().decode(Truth.self, from: Data(contentsOf: fixture("truth.json"))) }
  static var fileNames: [String] { ((try? read.get())?.files.keys).map { $0.sorted() } ?? ["truth.json"] }
}

func fixture(_ name: String) throws -> URL {
  try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
}

func fixtureBytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: fixture(name))) }

func open(_ bytes: [UInt8]) throws(WeightError) -> WeightFile { try WeightFile(MappedFile(bytes, name: "test")) }

/// What opening these bytes ends in.
func problem(_ bytes: [UInt8]) -> WeightError? { #expect(throws: WeightError.self) { try open(bytes) } }

/// What opening these bytes says is wrong with them.
func damage(_ bytes: [UInt8]) -> WeightError.Damage? {
  guard case .damaged(let damage) = problem(bytes)?.problem else { return nil }
  return damage
}

/// A folder of its own for one test, removed at the end.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "weights-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// A `.safetensors` file with this header and this many bytes of data.
func safetensors(_ header: String, data count: Int = 0) -> [UInt8] {
  let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
  return length + header.utf8 + [UInt8](repeating: 0, count: count)
}
