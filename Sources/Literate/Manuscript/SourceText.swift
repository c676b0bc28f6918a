import Localization

/// Finds line and column, as an author counts them, of a byte in a source file.
struct SourceText: Sendable {
  let file: SourceFile
  let bytes: [UInt8]
  /// The byte at which each line starts.
  let lineStarts: [Int]

  init(_ file: SourceFile) {
    self.file = file
    let bytes = Array(file.text.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The first byte of a line (from 1); a line outside the file gives the nearest that there is.
  func start(ofLine line: Int) -> Int {
    lineStarts[min(max(line - 1, 0), lineStarts.count - 1)]
  }

  /// A line (from 1) without its end.
  func text(ofLine line: Int) -> String {
    String(decoding: bytes[start(ofLine: line)...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The line (from 1) that a byte lies in.
  func line(ofByte offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Whether a backslash stands before a byte; false outside of the file.
  func isEscaped(atByte offset: Int) -> Bool {
    bytes.indices.contains(offset - 1) && bytes[offset - 1] == UInt8(ascii: "\\")
  }

  /// A finding at a byte of this file, its column counted in characters.
  func finding(atByte offset: Int, _ message: Bilingual) -> Finding {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(ofByte: offset)
    let before = String(decoding: bytes[start(ofLine: line)..<offset], as: UTF8.self)
    return Finding(file: file.name, line: line, column: before.count + 1, message: message)
  }

  /// A finding at the first visible character of a line.
  func finding(atLine line: Int, _ message: Bilingual) -> Finding {
    var offset = start(ofLine: line)
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
      offset += 1
    }
    return Finding(
      file: file.name, line: line, column: offset - start(ofLine: line) + 1, message: message)
  }
}
