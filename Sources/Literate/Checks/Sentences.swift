/// Finds lines that hold more than one sentence.
enum Sentences {
  private static let abbreviations: Set<String> = [
    "e.g.", "i.e.", "al.", "vs.", "fig.", "figs.", "eq.", "eqs.", "sec.", "cf.", "approx.", "ca.", "no.", "tab.",
    "resp.", "etc.",
  ]

  /// The index of each character that starts a sentence behind another one on its line.
  static func secondStarts(in run: ProseRun) -> [Int] {
    guard run.kind == .paragraph else { return [] }
    let quoted = run.isQuoted
    return run.characters.indices.compactMap { index in
      guard ".?!".contains(run.characters[index]), !quoted[index], !isAbbreviation(run, endingAt: index) else {
        return nil
      }
      var next = index + 1
      while let closer = run[next], ")]”’\"'".contains(closer) { next += 1 }
      guard run[next] == " " else { return nil }
      while run[next] == " " { next += 1 }
      guard let start = run[next], startsSentence(start) else { return nil }
      return next
    }
  }

  private static func startsSentence(_ character: Character) -> Bool {
    character.isUppercase || character.isHangul || character.isDecimalDigit
      || [ProseRun.value, ProseRun.formula, ProseRun.code, "“", "("].contains(character)
  }

  private static func isAbbreviation(_ run: ProseRun, endingAt end: Int) -> Bool {
    guard run.characters[end] == "." else { return false }
    var start = end
    while let previous = run[start - 1], !previous.isWhitespace, !"(“[".contains(previous) { start -= 1 }
    let word = String(run.characters[start...end])
    let isInitial = word.count == 2 && word.first?.isUppercase == true
    return isInitial || word.dropLast().allSatisfy(\.isDecimalDigit) || abbreviations.contains(word.lowercased())
  }
}

extension Character {
  var isHangul: Bool { unicodeScalars.first.map { (0xAC00...0xD7A3).contains($0.value) } ?? false }
}
