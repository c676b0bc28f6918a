extension TextSetter {
  /// Words in lines no wider than `width`, as few lines as that takes, about equally long.
  func balancedLines(of words: [Word], width: Double) -> [[Word]] {
    let lines = lines(of: words, width: width)
    guard lines.count > 1 else { return lines }
    // Narrow the measure for as long as the number of lines stays the same.
    var best = lines
    var (low, high) = (width / Double(lines.count + 1), width)
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let narrower = self.lines(of: words, width: middle)
      let fits = narrower.count == lines.count && widest(narrower) <= width
      if fits { best = narrower }
      (low, high) = fits ? (low, middle) : (middle, high)
    }
    return best
  }

  /// Fills each line before starting the next. An empty paragraph is one empty line.
  func lines(of words: [Word], width: Double) -> [[Word]] {
    var lines: [[Word]] = [[]]
    var used = 0.0
    for word in words.flatMap({ pieces(of: $0, width: width) }) {
      let wordWidth = self.width(of: word)
      let last = lines[lines.count - 1].last
      let needed = last.map { used + space($0, word) + wordWidth } ?? wordWidth
      if last == nil || needed <= width {
        lines[lines.count - 1].append(word)
        used = needed
      } else {
        lines.append([word])
        used = wordWidth
      }
    }
    return lines
  }

  private func widest(_ lines: [[Word]]) -> Double {
    lines.map { line in
      line.reduce(0) { $0 + width(of: $1) } + zip(line, line.dropFirst()).reduce(0) { $0 + space($1.0, $1.1) }
    }.max() ?? 0
  }

  /// The word itself, or where it is wider than a whole line, its fragments cut between letters.
  private func pieces(of word: Word, width limit: Double) -> [Word] {
    guard width(of: word) > limit else { return [word] }
    return word.fragments.flatMap { fragment -> [Word] in
      guard case .text(let text, let font) = fragment, width(of: fragment) > limit else {
        return [Word(fragments: [fragment])]
      }
      var pieces: [String] = [""]
      for letter in text {
        let longer = pieces[pieces.count - 1] + String(letter)
        let isTooLong = width(of: .text(longer, font)) > limit && longer.count > 1
        if isTooLong { pieces.append(String(letter)) } else { pieces[pieces.count - 1] = longer }
      }
      return pieces.map { Word(fragments: [.text($0, font)]) }
    }
  }
}
