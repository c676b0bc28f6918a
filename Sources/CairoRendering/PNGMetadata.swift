import PNGCoding

/// The comments of a PNG: its tEXt chunks.
public enum PNGMetadata {
  /// Name and text of each comment before the pixels, without decoding these.
  /// - Throws: `PNGError.invalid` where the bytes are not a PNG, end early or were altered.
  public static func comments(of png: [UInt8]) throws(PNGError) -> [String: String] {
    var comments: [String: String] = [:]
    var reader = try PNGChunkReader(png)
    while let chunk = try reader.next(before: "IDAT") {
      guard chunk.type == "tEXt", let separator = chunk.data.firstIndex(of: 0) else { continue }
      comments[latin1(chunk.data[..<separator])] = latin1(chunk.data[(separator + 1)...])
    }
    return comments
  }

  /// The PNG with comments put right after its header, in the order of their names.
  static func adding(_ comments: [String: String], to png: [UInt8]) throws(RenderingError) -> [UInt8] {
    guard !comments.isEmpty else { return png }
    var chunks: [UInt8] = []
    for (name, text) in comments.sorted(by: { $0.key < $1.key }) {
      guard let nameBytes = bytes(name), (1...79).contains(nameBytes.count), let textBytes = bytes(text) else {
        throw .invalidComment(name)
      }
      chunks += PNGChunk(type: "tEXt", data: nameBytes + [0] + textBytes).encoded
    }
    return Array(png[..<PNGChunkReader.headerEnd]) + chunks + png[PNGChunkReader.headerEnd...]
  }

  private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
    return String(text)
  }

  /// The text in Latin-1, or nil where it has other letters or a zero.
  private static func bytes(_ text: String) -> [UInt8]? {
    let bytes = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
    return bytes.count == text.unicodeScalars.count && !bytes.contains(0) ? bytes : nil
  }
}
