import Kernels
import Literate
import Localization
import Testing

@testable import Grading

/// What is wrong with the words of exercises, found where it stands.
@Suite struct WordsTests {
  @Test("words that are complete have no findings")
  func complete() {
    #expect(findings().isEmpty, "\(findings().map(\.description))")
  }

  @Test(
    "each fault is found, with file, line and the nearest name",
    arguments: [
      ("## 9.1 이름의 수", "## 9.11 이름의 수", "ko.md:1", "연습문제 9.1의 글이 없습니다"),
      ("## 9.1 이름의 수", "## 9.11 이름의 수", "ko.md:3", "혹시 “9.1”입니까?"),
      ("## 9.1 이름의 수", "## 이름의 수", "ko.md:3", "번호로 시작해야 합니다"),
      ("### 힌트\n\n둘째 힌트입니다.\n\n", "", "ko.md:3", "힌트(둘 이상)"),
      ("### 힌트\n\n둘째", "### 힌드\n\n둘째", "ko.md:11", "쓸 수 있는 것: 힌트, 보기"),
      ("### 힌트\n\n둘째", "#### 힌트\n\n둘째", "ko.md:11", "###까지입니다"),
      ("### 실수: halved", "### 실수", "ko.md:15", "쌍점 뒤에 이름을 적으십시오"),
      ("### 실수: halved", "### 실수: halfed", "ko.md:15", "혹시 “halved”입니까?"),
      ("### 실수: halved", "### 실수: halfed", "ko.md:3", "실수: halved"),
      ("### 실수: halved\n\n절반입니다.", "### 실수: halved\n", "ko.md:15", "제목 아래에 글이 없습니다"),
      ("### 풀이\n\n답은 {{value answer}}", "### 풀이: 하나\n\n답은 {{value answer}}", "ko.md:19", "이름 없이 적으십시오"),
      ("첫 힌트입니다.", "답은 {{value answer}}입니다.", "ko.md:7", "풀이에서만"),
      ("첫 힌트입니다.", "$`x`$는 {{value givne}}입니다.", "ko.md:9", "혹시 “given”입니까?"),
      ("첫 힌트입니다.", "첫 크로스 엔트로피입니다.", "ko.md:9", "쓰지 않기로 한 말"),
      ("첫 힌트입니다.", "첫 힌트는 3입니다.", "ko.md:9", "손으로 쓴 숫자 “3”"),
      ("두 배는 {{value given}}의", "두 배는 그 수의", "ko.md:3", "값 “given”: 글에서 쓰지 않습니다"),
      ("두 배는 {{value given}}의", "두 배는 그 수의", "en.md:3", "다른 언어의 같은 마디에는 없습니다"),
      ("### 힌트\n\n둘째 힌트입니다.", "### 힌트\n\n둘째 힌트입니다.\n\n### 힌트\n\n셋째 힌트입니다.", "ko.md:15", "짝이 다른 언어에 없습니다"),
      ("### 보기: up", "### 보기: down", "ko.md:29", "이 마디가 위에도 있습니다"),
      ("### 보기: up", "### 보기: down", "ko.md:23", "보기: up"),
      ("## 9.2 예상", "## 9.1 예상", "ko.md:23", "차례대로"),
    ])
  func faults(part: String, replacement: String, place: String, message: String) throws {
    try #require(Self.korean.contains(part))
    let findings = findings(korean: Self.korean.replacing(part, with: replacement))
    #expect(
      findings.contains { "\($0.file):\($0.line)" == place && $0.message.ko.contains(message) },
      "\(findings.map { $0.text(in: .ko) }.joined(separator: "\n"))")
  }

  @Test("a person's numbers stand in the words")
  func shown() throws {
    let words = try #require(Self.words()[.ko]?[Self.exercises[0].id])
    var numbers = Numbers()
    numbers.value("given", 4)
    numbers.value("answer", 8)
    #expect(words.title == "이름의 수")
    #expect(words.statement(numbers).markdown == "두 배는 4의 몇입니까?\n")
    #expect(words.hints(numbers).map(\.markdown) == ["첫 힌트입니다.\n", "둘째 힌트입니다.\n"])
    #expect(words.remark(on: .mistake("halved"), numbers)?.markdown == "절반입니다.\n")
    #expect(words.remark(on: .wrong, numbers) == nil)
    #expect(words.explanation(numbers)?.markdown == "답은 8입니다.\n")
  }

  // MARK: - Samples

  private func findings(korean: String = korean) -> [Finding] {
    Self.words(korean: korean).findings(for: Self.exercises)
  }

  private static func words(korean: String = korean) -> Words {
    let references = References(avoided: [AvoidedTerm("크로스 엔트로피", use: Bilingual(ko: "교차 엔트로피", en: "cross entropy"))])
    return Words([
      .ko: ChapterWords(SourceFile(name: "ko.md", text: korean), in: .ko, references: references),
      .en: ChapterWords(SourceFile(name: "en.md", text: english), in: .en, references: references),
    ])
  }

  private static let exercises = [
    Exercise(
      ExerciseID(chapter: 9, number: 1), .byHand, minutes: 1,
      .numeric(
        NumericTask(.exact) { random in
          var drawn = NumericTask.Drawn()
          let x = drawn.numbers.value("given", random.pick(2...9))
          drawn.answer = Double(drawn.numbers.value("answer", 2 * x))
          drawn.mistakes = ["halved": Double(x) / 2]
          return drawn
        })),
    Exercise(
      ExerciseID(chapter: 9, number: 2), .basic, minutes: 1,
      .prediction(
        PredictionTask(["up", "down"]) { _ in
          var drawn = PredictionTask.Drawn()
          drawn.answer = "up"
          return drawn
        })),
  ]

  private static let korean = """
    # 연습문제

    ## 9.1 이름의 수

    두 배는 {{value given}}의 몇입니까?

    ### 힌트

    첫 힌트입니다.

    ### 힌트

    둘째 힌트입니다.

    ### 실수: halved

    절반입니다.

    ### 풀이

    답은 {{value answer}}입니다.

    ## 9.2 예상

    ### 보기: up

    위입니다.

    ### 보기: down

    아래입니다.

    ### 힌트

    첫 힌트입니다.

    ### 힌트

    둘째 힌트입니다.

    ### 풀이

    위입니다.

    """.replacing("## 9.2 예상\n\n###", with: "## 9.2 예상\n어느 쪽입니까?\n###")

  private static let english = """
    # Exercises

    ## 9.1 A number by name

    What is twice {{value given}}?

    ### Hint

    A first one.

    ### Hint

    A second one.

    ### Mistake: halved

    Half.

    ### Explanation

    It is {{value answer}}.

    ## 9.2 A prediction
    Which way?
    ### Choice: up

    Up.

    ### Choice: down

    Down.

    ### Hint

    A first one.

    ### Hint

    A second one.

    ### Explanation

    Up.

    """
}
