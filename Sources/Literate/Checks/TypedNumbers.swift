/// Finds numbers typed into prose that should have been computed or quoted.
///
/// Not among them: section, equation, figure, table and year numbers, numbers at the head of a title, names with
/// digits (P3, ResNet-50, 3D), and what stands in code or links.
struct TypedNumbers {
  struct Number: Hashable {
    let text: String
    /// The index of its first character in the run.
    let index: Int
  }

  private let run: ProseRun
  private var found: [Number] = []
  /// The end of the last number that refers to a section, equation, figure or table.
  private var endOfReference: Int?

  static func numbers(in run: ProseRun) -> [Number] {
    var search = TypedNumbers(run: run)
    search.search()
    return search.found
  }

  private init(run: ProseRun) { self.run = run }

  private mutating func search() {
    var index = 0
    while index < run.characters.count {
      guard run.characters[index].isDecimalDigit else {
        index += 1
        continue
      }
      let end = numberEnd(from: index)
      if isReference(index..<end) {
        endOfReference = end
      } else if !isName(index..<end), !isYear(index..<end), !isTitleNumber(index..<end) {
        found.append(Number(text: String(run.characters[index..<end]), index: index))
      }
      index = end
    }
  }

  private func numberEnd(from start: Int) -> Int {
    var end = start
    while let character = run[end] {
      if character.isDecimalDigit {
        end += 1
      } else if ".,".contains(character), run[end + 1]?.isDecimalDigit == true {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Letters before it in the same word, as in P3, ResNet-50 or arXiv:1708.02002, or a D behind it, as in 3D.
  private func isName(_ range: Range<Int>) -> Bool {
    if run[range.upperBound] == "D", run[range.upperBound + 1]?.isASCIILetter != true { return true }
    if endsBefore(range.lowerBound, with: ["arXiv:"]) { return true }
    var index = range.lowerBound
    while let previous = run[index - 1], previous.isASCIILetter || previous.isDecimalDigit || "-_/".contains(previous) {
      index -= 1
    }
    return run.characters[index..<range.lowerBound].contains(where: \.isASCIILetter)
  }

  private func isTitleNumber(_ range: Range<Int>) -> Bool {
    run.kind == .heading && range.lowerBound == 0 && (run[range.upperBound] == "." || run[range.upperBound] == " ")
  }

  // MARK: - References

  private static let nouns = [
    "§", "chapter", "chapters", "section", "sections", "sec.", "eq.", "eqs.", "equation", "equations", "table",
    "tables",
    "figure", "figures", "fig.", "figs.", "footnote", "appendix", "표", "그림", "식", "각주", "부록", "단원",
  ]
  private static let joints: Set<String> = [
    ",", "–", "-", "~", "and", "or", "to", "&", "와", "과", "및", "·", "), (", ") and (", "),(", ")와 (", ")과 (", ")–(",
    "), and (",
  ]

  private func isReference(_ range: Range<Int>) -> Bool {
    let isEnclosed = run[range.lowerBound - 1] == "(" && run[range.upperBound] == ")"
    let text = run.characters[range]
    if isEnclosed, text.count <= 2 { return true }
    var before = range.lowerBound - (isEnclosed ? 1 : 0)
    while run[before - 1]?.isWhitespace == true { before -= 1 }
    if endsBefore(before, with: Self.nouns) { return true }
    if let endOfReference, endOfReference < range.lowerBound {
      let between = String(run.characters[endOfReference..<range.lowerBound]).split(separator: " ").joined(
        separator: " ")
      if Self.joints.contains(between) { return true }
    }
    return isCounted(upTo: range.upperBound)
  }

  /// `3장`, `3.2절`, `3~4장`.
  private func isCounted(upTo end: Int) -> Bool {
    switch run[end] {
    case "장", "절": return true
    case "~", "–", "-":
      guard run[end + 1]?.isDecimalDigit == true else { return false }
      return isCounted(upTo: numberEnd(from: end + 1))
    default: return false
    }
  }

  /// Whether one of the words, in any case, ends right before `index` and starts there a word of its own.
  private func endsBefore(_ index: Int, with words: [String]) -> Bool {
    words.contains { word in
      let start = index - word.count
      guard start >= 0, String(run.characters[start..<index]).lowercased() == word.lowercased() else { return false }
      return run[start - 1]?.isLetter != true
    }
  }

  // MARK: - Years

  /// Words that a year follows.
  private static let yearPrepositions = [
    "in", "since", "of", "by", "from", "until", "before", "after", "during", "al.", "al.,",
  ]

  private func isYear(_ range: Range<Int>) -> Bool {
    guard range.count == 4, let year = Int(String(run.characters[range])), (1900...2099).contains(year) else {
      return false
    }
    let next = run[range.upperBound]
    if next == "년" { return true }
    guard next?.isASCIILetter != true, next != "%" else { return false }
    if run[range.lowerBound - 1] == "(" { return true }
    var before = range.lowerBound
    while run[before - 1]?.isWhitespace == true { before -= 1 }
    guard before < range.lowerBound else { return false }
    return endsBefore(before, with: Self.yearPrepositions) || followsAcronym(before)
  }

  /// A conference or data set: `CVPR 2017`.
  private func followsAcronym(_ end: Int) -> Bool {
    var start = end
    while let previous = run[start - 1], previous.isASCIILetter { start -= 1 }
    return end - start >= 2 && run.characters[start..<end].allSatisfy(\.isUppercase)
  }
}

extension Character {
  /// A digit of any script that counts, not ² or ①.
  var isDecimalDigit: Bool {
    unicodeScalars.count == 1 && unicodeScalars.first?.properties.numericType == .decimal
      && unicodeScalars.first?.properties.generalCategory == .decimalNumber
  }

  var isASCIILetter: Bool { isASCII && isLetter }
}
