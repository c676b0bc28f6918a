/// Lines of text of the same cell width, one of which is the line that the formula stands on.
struct TextBlock {
  private(set) var lines: [String]
  /// The index of the line that neighbours align with.
  var baseline: Int
  let width: Int

  init(_ lines: [String], baseline: Int = 0) {
    let width = lines.map(cellWidth).max() ?? 0
    self.lines = lines.map { $0 + spaces(width - cellWidth($0)) }
    self.baseline = baseline
    self.width = width
  }

  init(_ line: String) {
    self.init([line])
  }

  var isTall: Bool { lines.count > 1 }
  var above: Int { baseline }
  var below: Int { lines.count - 1 - baseline }

  /// Blocks side by side on one baseline.
  static func row(_ blocks: [TextBlock]) -> TextBlock {
    let above = blocks.map(\.above).max() ?? 0
    let below = blocks.map(\.below).max() ?? 0
    let lines = (-above...below).map { offset in
      blocks.map { block in
        let index = block.baseline + offset
        return block.lines.indices.contains(index) ? block.lines[index] : spaces(block.width)
      }.joined()
    }
    return TextBlock(lines, baseline: above)
  }

  /// Blocks below one another, each in the middle; `baseline` counts lines from the top.
  static func stack(_ blocks: [TextBlock], baseline: Int) -> TextBlock {
    let width = blocks.map(\.width).max() ?? 0
    return TextBlock(blocks.flatMap { block in block.lines.map { centered($0, in: width) } }, baseline: baseline)
  }

  func padded(to width: Int) -> TextBlock {
    TextBlock(lines.map { $0 + spaces(width - self.width) }, baseline: baseline)
  }

  private static func centered(_ line: String, in width: Int) -> String {
    let free = width - cellWidth(line)
    return spaces(free / 2) + line + spaces(free - free / 2)
  }
}

/// So many spaces; none for a negative count.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
