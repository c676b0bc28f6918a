/// One chunk of a PNG: four letters that say what it is, and its data.
package struct PNGChunk {
  package let type: String
  package let data: [UInt8]

  package init(type: String, data: [UInt8]) { (self.type, self.data) = (type, data) }

  /// Length, type, data and checksum, as the file holds them.
  package var encoded: [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(crc32(body))
  }
}

/// Reads the chunks of a PNG one after another, checking each one's bounds and checksum.
package struct PNGChunkReader {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Where the header chunk ends: signature, then 25 bytes of IHDR.
  package static let headerEnd = signature.count + 25

  private let bytes: [UInt8]
  private var position = Self.signature.count

  package init(_ bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: Self.signature) else { throw .invalid("no PNG signature") }
    self.bytes = bytes
  }

  /// The next chunk, its checksum verified; nil after the last, IEND, and before one of the type `end`.
  package mutating func next(before end: String? = nil) throws(PNGError) -> PNGChunk? {
    guard let body = try skip(), end.map({ !bytes[body].starts(with: $0.utf8) }) ?? true else { return nil }
    let checksum = bytes[body.upperBound..<position].reduce(0) { $0 << 8 | UInt32($1) }
    guard checksum == crc32(bytes[body]) else { throw .invalid("wrong checksum at byte \(body.lowerBound)") }
    let type = String(decoding: bytes[body].prefix(4), as: UTF8.self)
    return PNGChunk(type: type, data: Array(bytes[body].dropFirst(4)))
  }

  /// Steps over a chunk: where its type and data lie; nil after the last, IEND.
  mutating func skip() throws(PNGError) -> Range<Int>? {
    let length = Int(try integer())
    let body = position..<position + 4 + length
    guard body.upperBound + 4 <= bytes.count else { throw .invalid("ends at byte \(bytes.count)") }
    position = body.upperBound + 4
    return bytes[body].starts(with: "IEND".utf8) ? nil : body
  }

  /// The data of the first chunk of a type; nil where there is none.
  package static func data(ofFirst type: String, in png: [UInt8]) throws(PNGError) -> [UInt8]? {
    var chunks = try PNGChunkReader(png)
    while let chunk = try chunks.skip() {
      if png[chunk].starts(with: type.utf8) { return Array(png[chunk].dropFirst(4)) }
    }
    return nil
  }

  private mutating func integer() throws(PNGError) -> UInt32 {
    guard bytes.count - position >= 4 else { throw .invalid("ends at byte \(bytes.count)") }
    defer { position += 4 }
    return bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
}

/// The checksum that PNG uses (ISO 3309), bit by bit: the chunks read here are short.
private func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(~0) { remainder, byte in
    (0..<8).reduce(remainder ^ UInt32(byte)) { value, _ in
      value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }
}
