import Files

/// Writes JSON, one record a line. Numbers come back from it as they were, to the last bit.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func list<Record>(_ records: [Record], _ write: (inout JSONWriter, Record) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, record) in records.enumerated() {
      add(index == 0 ? "\n{" : ",\n{")
      write(&self, record)
      bytes.append(UInt8(ascii: "}"))
    }
    add("]")
  }

  mutating func member(_ key: StaticString, _ value: Int) {
    self.key(key)
    add("\(value)")
  }

  mutating func member(_ key: StaticString, _ value: Double) {
    self.key(key)
    add("\(value)")
  }

  mutating func member(_ key: StaticString, _ box: CornerBox) {
    self.key(key)
    add("[\(box.x), \(box.y), \(box.width), \(box.height)]")
  }

  mutating func member(_ key: StaticString, _ value: String) {
    self.key(key)
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: add("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A name, behind a comma where something came before.
  mutating func key(_ key: StaticString) {
    add(bytes.isEmpty || bytes.last == UInt8(ascii: "{") ? "\"\(key)\": " : ", \"\(key)\": ")
  }

  mutating func add(_ text: String) { bytes += text.utf8 }

  /// Writes the whole file or nothing.
  func write(to path: String) throws(DataError) {
    do throws(SystemError) { try FileReplacement.write(bytes, to: path) } catch {
      throw DataError(.unwritable(error), file: path)
    }
  }
}
