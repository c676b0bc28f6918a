import Localization
import Statistics
import Testing

@testable import Literate

@Suite("Korean particles")
struct ParticleTests {
  private func woven(_ line: String) throws -> (text: String, findings: [Finding]) {
    var record = Record()
    for (name, datum) in [
      ("three", Datum.number(3, .integer)), ("two", .number(2, .integer)), ("seven", .number(0.7, .fixed(1))),
      ("anchors", .number(67995, .integer)), ("share", .number(0.5, .percent(0))), ("word", .text("초점 손실")),
      ("spread", .spread(Spread([1, 3]), .fixed(1))), ("strange", .text("◆")),
    ] {
      record.values.add(RecordedValue(datum, line: 1), named: name)
    }
    let manuscript = Manuscript(
      program: SourceFile(name: "main.swift", text: ""),
      prose: [.ko: SourceFile(name: "ko.md", text: "# T\n\n" + line)])
    let weaver = Weaver(manuscript: manuscript, record: record, references: Sample.references)
    let markdown = try #require(weaver.page(.ko)).markdown
    return (
      String(markdown.split(separator: "\n").last ?? ""), weaver.findings.filter { $0.file == "ko.md" }
    )
  }

  @Test(
    "go by how the value is read aloud",
    arguments: [
      ("{{value three 은/는}} 큽니다.", "3은 큽니다."), ("{{value two 은/는}} 큽니다.", "2는 큽니다."),
      ("{{value seven (으)로}} 둡니다.", "0.7로 둡니다."), ("{{value anchors 이/가}} 있습니다.", "67,995가 있습니다."),
      ("{{value share 을/를}} 봅니다.", "50%를 봅니다."), ("{{value word 과/와}} 다릅니다.", "초점 손실과 다릅니다."),
      ("{{paper hundredTimes 이라고/라고}} 합니다.", "100(논문 §3.2)이라고 합니다."),
      ("{{slide 002-14 은/는}} 옳습니다.", "슬라이드 002-14는 옳습니다."),
      ("{{exercise 3.1 을/를}} 풉니다.", "[연습문제 3.1 ‘첫 문제’](chapters/3-sample/exercises.ko.md#31-첫-문제)를 풉니다."),
    ])
  func values(line: String, expected: String) throws {
    let (text, findings) = try woven(line)
    #expect(text == expected)
    #expect(findings == [])
  }

  @Test(
    "alone, go by what stands before: unit, formula, emphasis, code, a quotation's place",
    arguments: [
      ("{{value three}}배{{은/는}} 큽니다.", "3배는 큽니다."), ("{{value three}}개{{을/를}} 봅니다.", "3개를 봅니다."),
      ("$`\\gamma`${{은/는}} 큽니다.", "$`\\gamma`$는 큽니다."),
      ("$`\\gamma = {{value three}}`${{을/를}} 봅니다.", "$`\\gamma = 3`$을 봅니다."),
      ("**{{value two}}**{{은/는}} 큽니다.", "**2**는 큽니다."), ("**{{value three}}{{은/는}}** 큽니다.", "**3은** 큽니다."),
      ("`pt`{{을/를}} 봅니다.", "`pt`를 봅니다."), ("{{paper hundredTimes}}{{은/는}} 큽니다.", "100(논문 §3.2)은 큽니다."),
      ("$`{{paper hundredTimes}}`${{은/는}} 큽니다.", "$`100`$(논문 §3.2)은 큽니다."),
      ("초점 손실(focal loss){{은/는}} 큽니다.", "초점 손실(focal loss)은 큽니다."),
    ])
  func alone(line: String, expected: String) throws {
    let (text, findings) = try woven(line)
    #expect(text == expected)
    #expect(findings == [])
  }

  @Test("what nobody knows how to read is a finding")
  func unreadable() throws {
    let (text, findings) = try woven("그 {{value strange 은/는}} 큽니다.")
    #expect(text == "그 ◆은(는) 큽니다.")
    #expect(findings.map(\.column) == [3])
  }

  @Test("a particle is sought on its own line only")
  func lines() throws {
    #expect(try woven("값입니다.\n{{은/는}} 큽니다.").findings.map(\.line) == [4])
  }
}
