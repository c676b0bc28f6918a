/// Says from which bytes of the source the bytes of a node's text came.
struct Origin: Sendable {
  /// From a byte of the text on, where the source stands, until the next step. Ascending.
  private(set) var steps: [(text: Int, source: Int)] = []

  static let none = Origin()

  /// The byte of the source of a byte of the text.
  func source(of textByte: Int) -> Int {
    guard let step = steps.last(where: { $0.text <= textByte }) else { return steps.first?.source ?? 0 }
    return step.source + textByte - step.text
  }

  mutating func add(text: Int, source: Int) {
    if let last = steps.last, last.source - last.text == source - text { return }
    steps.append((text, source))
  }

  /// The origin of the text without its first bytes.
  func dropping(_ count: Int) -> Origin {
    guard !steps.isEmpty else { return self }
    var rest = Origin()
    rest.add(text: 0, source: source(of: count))
    for step in steps where step.text > count { rest.add(text: step.text - count, source: step.source) }
    return rest
  }
}

/// Walks through the source in step with the nodes that the parser made of it.
///
/// The parser gives exact places for blocks, but not for inline nodes in tables, lazy lines or after escapes. What a node
/// holds stands in the source in the same order, with marks, escapes and entities between; the cursor finds it there.
struct SourceCursor {
  private let bytes: [UInt8]
  private(set) var offset = 0
  /// How far the cursor looks for text that is not where it expects it.
  private static let reach = 10_000

  init(_ source: SourceText) { bytes = source.bytes }

  mutating func move(to offset: Int) {
    self.offset = min(max(offset, 0), bytes.count)
  }

  /// Finds `text` and steps behind it.
  mutating func align(_ text: String) -> Origin {
    let wanted = Array(text.utf8)
    var origin = Origin()
    var source = start(of: wanted)
    var index = 0
    while index < wanted.count {
      guard source < bytes.count else { break }
      if bytes[source] == wanted[index] || (wanted[index] == .space && bytes[source] == .newline) {
        origin.add(text: index, source: source)
        index += 1
        source += 1
      } else if bytes[source] == .backslash {
        source += 1
      } else if let end = entityEnd(at: source) {
        origin.add(text: index, source: source)
        repeat { index += 1 } while index < wanted.count && wanted[index] & 0xC0 == 0x80
        source = end
      } else if source - offset < Self.reach {
        source += 1
      } else {
        break
      }
    }
    if origin.steps.isEmpty { origin.add(text: 0, source: offset) }
    if index == wanted.count { offset = source }
    return origin
  }

  /// Steps behind the end of a line.
  mutating func skipLineEnd() {
    while offset < bytes.count, bytes[offset] != .newline { offset += 1 }
    offset = min(offset + 1, bytes.count)
  }

  /// Steps behind `](…)` or `][…]` of a link whose text was just read, and says where its destination stands.
  mutating func skipLinkEnd(destination: String) -> Origin {
    var origin = Origin()
    guard let bracket = find([UInt8(ascii: "]")], from: offset), bracket + 1 < bytes.count else { return origin }
    switch bytes[bracket + 1] {
    case UInt8(ascii: "("):
      offset = bracket + 2
      origin = align(destination)
      if let end = find([UInt8(ascii: ")")], from: offset) { offset = end + 1 }
    case UInt8(ascii: "["):
      if let end = find([UInt8(ascii: "]")], from: bracket + 2) { offset = end + 1 }
    default: offset = bracket + 1
    }
    return origin
  }

  /// Where the first characters of the text stand: behind marks such as `**` or `[`, which are passed over.
  private func start(of wanted: [UInt8]) -> Int {
    let probe = Array(wanted.prefix(12))
    return find(probe, from: offset) ?? find(Array(probe.prefix { $0 >= 0x80 || $0.isAlphanumeric }), from: offset)
      ?? offset
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return nil }
    let last = min(bytes.count - wanted.count, start + Self.reach)
    guard start <= last else { return nil }
    return (start...last).first { place in wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] } }
  }

  /// The end of an entity such as `&lt;` that starts here.
  private func entityEnd(at source: Int) -> Int? {
    guard bytes[source] == UInt8(ascii: "&") else { return nil }
    let end = bytes[source...].prefix(34).firstIndex(of: UInt8(ascii: ";"))
    return end.map { $0 + 1 }
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let backslash = UInt8(ascii: "\\")

  fileprivate var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
