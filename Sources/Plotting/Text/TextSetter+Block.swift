import Formula

extension TextSetter {
  /// Lines set under each other.
  func block(of lines: [[Word]]) -> TextBlock {
    let set = lines.map(setLine)
    let width = set.map(\.width).max() ?? 0
    let leading = 0.12 * size
    var elements: [SceneElement] = []
    var top = 0.0
    for line in set {
      let x: Double =
        switch style.alignment {
        case .leading: 0
        case .center: (width - line.width) / 2
        case .trailing: width - line.width
        }
      elements += line.elements(x: x, baseline: top + line.ascent, setter: self)
      top += line.ascent + line.descent + leading
    }
    return TextBlock(
      size: Size(width: width, height: max(0, top - leading)), firstBaseline: set.first?.ascent ?? 0,
      lineCount: lines.count, elements: elements)
  }

  /// Letters of one font joined into runs, formulas between them.
  private func setLine(_ words: [Word]) -> SetLine {
    var runs: [Word.Fragment] = []
    for (index, word) in words.enumerated() {
      for (place, fragment) in word.fragments.enumerated() {
        let space = index > 0 && place == 0 ? " " : ""
        append(fragment, after: space, to: &runs)
      }
    }
    var line = SetLine(ascent: strut.ascent, descent: strut.descent)
    for run in runs {
      line.runs.append((line.width, run))
      line.width += width(of: run)
      if case .formula(let box) = run {
        line.ascent = max(line.ascent, box.extent.ascent)
        line.descent = max(line.descent, box.extent.descent)
      }
    }
    return line
  }

  /// Adds a fragment to a line; text in the same font grows the run before it.
  private func append(_ fragment: Word.Fragment, after space: String, to runs: inout [Word.Fragment]) {
    switch (runs.last, fragment) {
    case (.text(let before, let font), .text(let text, let same)) where font == same:
      runs[runs.count - 1] = .text(before + space + text, font)
    case (.text(let before, let font), _) where !space.isEmpty && font.role != .code:
      runs[runs.count - 1] = .text(before + space, font)
      runs.append(fragment)
    case (_, .text(let text, let font)) where font.role != .code:
      runs.append(.text(space + text, font))
    default:
      if !space.isEmpty { runs.append(.text(space, font(.regular))) }
      runs.append(fragment)
    }
  }
}

/// One line, measured.
private struct SetLine {
  var runs: [(x: Double, fragment: Word.Fragment)] = []
  var width = 0.0
  var ascent: Double
  var descent: Double

  init(ascent: Double, descent: Double) {
    self.ascent = ascent
    self.descent = descent
  }

  func elements(x: Double, baseline: Double, setter: TextSetter) -> [SceneElement] {
    let color = setter.style.tint.color(in: setter.context.theme)
    return runs.flatMap { run -> [SceneElement] in
      let origin = Point(x: x + run.x, y: baseline)
      return switch run.fragment {
      case .text(let text, let font):
        [.text(TextRun(text, font: font, color: color, origin: origin))]
      case .formula(let box):
        box.elements(at: origin, color: color)
      }
    }
  }
}
