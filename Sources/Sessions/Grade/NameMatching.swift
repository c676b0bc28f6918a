/// Finds out whose a file or folder is by its name.
struct NameMatching: Sendable {
  private let people: [(index: Int, key: String, words: String)]

  /// - Parameter names: those by which each person is known: their own, and that of their folder.
  init(_ names: [[String]]) {
    people = names.enumerated().flatMap { index, names in
      names.map { (index, NameKey($0).text, Self.letters(NameKey($0).text)) }
    }
  }

  enum Found: Hashable, Sendable {
    case person(Int)
    /// Several people may be meant.
    case several([Int])
    case nobody
  }

  /// `김민지`, `김 민지`, `김민지_3장 제출`, `Exercises3-김민지.swift`: by the whole name, or else by the words of it
  /// that are somebody's name.
  func person(of name: String) -> Found {
    let stem = Self.stem(name)
    for whole in [name, stem] {
      let key = NameKey(whole).text
      let same = Set(people.filter { $0.key == key }.map(\.index))
      if same.count == 1, let index = same.first { return .person(index) }
    }
    let words = NameKey(stem.map { Self.divides($0) ? "\u{1F}" : String($0) }.joined()).text
      .split(separator: "\u{1F}").map { Self.letters(String($0)) }
    let runs = words.indices.flatMap { start in (start..<words.count).map { start...$0 } }
    let named = runs.compactMap { run -> (run: ClosedRange<Int>, people: [Int])? in
      let text = words[run].joined()
      let found = people.filter { !$0.words.isEmpty && $0.words == text }.map(\.index)
      return found.isEmpty ? nil : (run, found)
    }
    // `김민지 A` is not also `김민지`.
    let widest = named.filter { one in
      !named.contains {
        $0.run != one.run && $0.run.contains(one.run.lowerBound) && $0.run.contains(one.run.upperBound)
      }
    }
    let found = Set(widest.flatMap(\.people)).sorted()
    return found.count > 1 ? .several(found) : found.first.map(Found.person) ?? .nobody
  }

  /// The name without the endings of the files that are handed in.
  static func stem(_ name: String) -> String {
    var stem = Substring(name)
    while let point = stem.lastIndex(of: "."), point > stem.startIndex,
      ["swift", "txt", "md"].contains(stem[stem.index(after: point)...].lowercased())
    {
      stem = stem[..<point]
    }
    return String(stem)
  }

  private static func divides(_ character: Character) -> Bool {
    character.isWhitespace || "_-–—.,()[]{}+@#&".contains(character)
  }

  /// Letters and digits alone.
  private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
}
