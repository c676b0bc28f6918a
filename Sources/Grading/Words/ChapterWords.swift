import Literate
import Localization

/// All words of a chapter's exercises in one language: its `exercises.ko.md` or `exercises.en.md`.
///
/// ```
/// ## 3.1 배경을 모두 더하면
/// What is asked, with a person's numbers as {{value alpha}}.
/// ### 힌트
/// ### 실수: swappedAlpha
/// ### 풀이
/// ```
///
/// A file with mistakes is read as far as it goes; `problems` says what is wrong with it.
public struct ChapterWords: Sendable {
  /// In the file's order.
  public let exercises: [ExerciseWords]
  /// Headings that are not understood.
  let problems: [Finding]
  let file: ProseFile
  let references: References

  public init(_ source: SourceFile, in language: Language, references: References = References()) {
    file = ProseFile(source, in: language)
    self.references = references
    var reader = Reader(language: language, references: references)
    for part in file.parts { reader.add(part) }
    (exercises, problems) = (reader.exercises, reader.problems)
  }

  /// The heading of the file: `3장 연습문제: 균형 교차 엔트로피`.
  public var title: String { file.parts.first { $0.level == 1 }?.title ?? "" }

  public subscript(id: ExerciseID) -> ExerciseWords? { exercises.first { $0.id == id } }

  /// `3.1 배경을 모두 더하면`
  fileprivate static func heading(_ text: some StringProtocol) -> (id: ExerciseID, title: String)? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let id = ExerciseID(words[0]) else { return nil }
    return (id, String(words[1]).trimmed)
  }
}

/// Puts the parts of a file together to exercises.
private struct Reader {
  let language: Language
  let references: References
  private(set) var exercises: [ExerciseWords] = []
  private(set) var problems: [Finding] = []

  init(language: Language, references: References) { (self.language, self.references) = (language, references) }

  mutating func add(_ part: ProseFile.Part) {
    switch part.level {
    case 0, 1: break
    case 2: addExercise(part)
    case 3: addSection(part)
    default: problems.append(part.finding(Bilingual(ko: "제목의 수준은 ###까지입니다.", en: "Headings go down to ### only.")))
    }
  }

  private mutating func addExercise(_ part: ProseFile.Part) {
    guard let (id, title) = ChapterWords.heading(part.title) else {
      problems.append(
        part.finding(
          Bilingual(
            ko: "연습문제의 제목은 번호로 시작해야 합니다: ## 3.1 제목", en: "An exercise's heading starts with its number: ## 3.1 Title")))
      return
    }
    exercises.append(ExerciseWords(id, title: title, statement: part, references: references))
  }

  private mutating func addSection(_ part: ProseFile.Part) {
    let words = part.title.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let keywords = WordsSection.allCases.map { $0.keyword[language] }
    let keyword = words.first ?? ""
    guard let kind = WordsSection.allCases.first(where: { $0.keyword[language] == keyword }) else {
      let nearest = nearestName(to: keyword, among: keywords)
      problems.append(
        part.finding(
          Bilingual(
            ko: "“\(keyword)”: 이런 마디는 없습니다." + (nearest.map { " 혹시 “\($0)”입니까?" } ?? "")
              + " 쓸 수 있는 것: \(keywords.joined(separator: ", "))",
            en: "“\(keyword)”: there is no such section." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
              + " There are: \(keywords.joined(separator: ", "))")))
      return
    }
    guard kind.isNamed == (words.count == 2) else {
      problems.append(
        part.finding(
          kind.isNamed
            ? Bilingual(
              ko: "쌍점 뒤에 이름을 적으십시오: ### \(keyword): 이름", en: "Put a name behind a colon: ### \(keyword): name")
            : Bilingual(ko: "이름 없이 적으십시오: ### \(keyword)", en: "Write it without a name: ### \(keyword)")))
      return
    }
    guard let last = exercises.indices.last else {
      problems.append(
        part.finding(Bilingual(ko: "이 마디 앞에 연습문제가 없습니다.", en: "There is no exercise before this section.")))
      return
    }
    exercises[last].sections.append(.init(kind: kind, name: words.count == 2 ? words[1] : "", part: part))
  }
}

extension String {
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
