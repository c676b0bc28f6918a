/// Reads JSON from front to end in one pass, and keeps only a piece of it in memory.
///
/// Whoever reads says what is expected next; what nobody wants is skipped, but has to be JSON too. Every index is
/// checked; a broken, endless or deeply nested text ends in a `DataError` with its place, never in a crash.
///
/// - Source: RFC 8259. As there, and as in Python, the last one of equal keys counts.
struct JSONCursor {
  /// Deeper nesting is refused; a COCO file nests four deep.
  static let depthLimit = 256
  /// So many bytes lie ready wherever a token begins: no number may be longer.
  static let lookahead = 1024

  private let source: ByteSource
  /// A piece of the text, and a 0 behind its last byte, where every loop over a token stops.
  var buffer: [UInt8]
  var position = 0
  private var end = 0
  private var isLastPiece = false

  var depth = 0
  private var line = 1
  /// How many bytes of the text lie before `buffer`, and before the current line.
  private var passed = 0, lineStart = 0

  /// - Parameter pieceSize: how many bytes are kept at once.
  init(_ source: ByteSource, pieceSize: Int = 1 << 18) throws(DataError) {
    self.source = source
    buffer = [UInt8](repeating: 0, count: max(pieceSize, 2 * Self.lookahead) + 1)
    try refill()
  }

  // MARK: - Tokens

  /// The first byte of the next token, 0 at the end of the text. The cursor stays before it.
  @inline(__always)
  mutating func token() throws(DataError) -> UInt8 {
    while true {
      if position > end - Self.lookahead, !isLastPiece { try refill() }
      let byte = buffer[position]
      if byte > UInt8(ascii: " ") { return byte }
      switch byte {
      case UInt8(ascii: "\n"):
        position += 1
        line += 1
        lineStart = passed + position
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      default:
        return byte
      }
    }
  }

  /// Moves what is left to the front, and fills up behind it.
  mutating func refill() throws(DataError) {
    let left = end - position
    for index in 0..<left { buffer[index] = buffer[position + index] }
    passed += position
    position = 0
    let room = buffer.count - 1
    end = left + (try source.fill(&buffer, from: left, to: room))
    isLastPiece = end < room
    buffer[end] = 0
  }

  /// Whether the cursor is behind the last byte that lies ready.
  var isAtEnd: Bool { position >= end }
  var isAtEndOfText: Bool { isAtEnd && isLastPiece }

  /// An error at the cursor's place.
  func error(_ problem: DataError.Problem) -> DataError {
    DataError(problem, file: source.name, line: line, column: passed + position - lineStart + 1)
  }

  /// The next byte is not what has to stand here.
  func unexpected(_ expected: DataError.Expected) -> DataError {
    if isAtEndOfText { return error(.endsEarly) }
    let byte = buffer[position]
    if byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I") { return error(.notFinite) }
    return error(.unexpected(byte, expected))
  }
}
