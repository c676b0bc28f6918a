import Foundation
import PNGCoding
import Tensors
import Testing

@testable import Images

/// What other programs read from the same files, or made of the same numbers.
enum Truth {
  static func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }

  /// A file and the pixels that Pillow reads from it.
  struct Case: Decodable {
    let name: String
    let file: Data
    let width: Int, height: Int
    let rgb: Data
  }

  private struct Cases: Decodable { let cases: [Case] }

  static func pillow() throws -> [Case] { try read("pillow", as: Cases.self).cases }

  static func pillow(_ name: String) throws -> Case {
    try #require(pillow().first { $0.name == name }, "\(name) is not among Pillow's cases")
  }

  /// A tensor's shape and its numbers, four bytes each, the smallest first.
  struct Numbers: Decodable {
    let shape: [Int]
    let values: Data

    var tensor: Tensor<Float> {
      let bytes = [UInt8](values)
      return Tensor(
        shape: shape,
        stride(from: 0, to: bytes.count, by: 4).map { start in
          Float(bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
        })
    }
  }
}

/// What reading a file with these bytes gives.
func reading(_ bytes: some Sequence<UInt8>, named name: String = "picture") throws -> Result<PixelGrid, ImageError> {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(bytes).write(to: file)
  return Result { () throws(ImageError) in try readPicture(at: file.path) }
}

extension PixelGrid {
  /// Red, green, blue, without opacity.
  var rgb: [UInt8] { rgba.indices.filter { $0 % 4 != 3 }.map { rgba[$0] } }

  /// How many levels apart the colours of two pictures are at most; nil where they are not of one size.
  func distance(to truth: Truth.Case) -> Int? {
    guard (width, height) == (truth.width, truth.height) else { return nil }
    return zip(rgb, truth.rgb).map { abs(Int($0) - Int($1)) }.max()
  }
}
