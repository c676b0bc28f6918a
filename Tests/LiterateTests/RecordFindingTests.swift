import Localization
import Testing

@testable import Literate

@Suite("Findings in the program")
struct RecordFindingTests {
  private func findings(_ program: String, record: Record = Record(), prose: String) -> [Finding] {
    let manuscript = Manuscript(
      program: SourceFile(name: "main.swift", text: program),
      prose: [.ko: SourceFile(name: "ko.md", text: prose), .en: SourceFile(name: "en.md", text: prose)])
    return Weaver(manuscript: manuscript, record: record, references: Sample.references).findings
  }

  private func places(_ findings: [Finding]) -> [String] { findings.map { "\($0.file):\($0.line):\($0.column)" } }

  @Test("code before the first mark")
  func stray() {
    let found = findings("\n  import A\n// MARK: - One\nlet a = 1", prose: "# T\n\n{{code One}}")
    #expect(places(found) == ["main.swift:2:3"])
  }

  @Test("passages of one name, without code, not shown, shown twice, out of order")
  func passages() {
    let program = "// MARK: - One\nlet a = 1\n// MARK: - Two\nlet b = 1\n"
    #expect(places(findings(program, prose: "# T\n\n{{code One}}\n\n{{code Two}}")) == [])
    #expect(places(findings(program, prose: "# T\n\n{{code One}}")) == ["main.swift:3:1", "main.swift:3:1"])
    #expect(
      places(findings(program, prose: "# T\n\n{{code Two}}\n\n{{code One}}")) == ["en.md:5:1", "ko.md:5:1"])
    #expect(
      places(findings(program, prose: "# T\n\n{{code One}}\n\n{{code Two}}\n\n{{code One}}")) == [
        "en.md:7:1", "ko.md:7:1",
      ])
    #expect(
      places(findings(program + "  // MARK: - Two\n  let c = 1", prose: "# T\n\n{{code One}}\n\n{{code Two}}")) == [
        "main.swift:5:3"
      ])
    #expect(
      places(findings(program + "// MARK: - Three\n\n", prose: "# T\n\n{{code One}}\n\n{{code Two}}\n\n{{code Three}}"))
        == ["main.swift:5:1"])
  }

  @Test("names recorded twice, never shown, or not fit to be written")
  func names() {
    let program = "// MARK: - One\nlet a = 1\n    record\nrecord\n"
    let prose = "# T\n\n{{code One}}\n\n{{value used}}.\n"
    var record = Record()
    record.values.add(RecordedValue(.number(1, .integer), line: 2), named: "used")
    #expect(findings(program, record: record, prose: prose) == [])

    var twice = record
    twice.values.add(RecordedValue(.number(2, .integer), line: 3), named: "used")
    #expect(places(findings(program, record: twice, prose: prose)) == ["main.swift:3:5"])
    #expect(twice.values["used"]?.datum == .number(1, .integer))

    for kind in 0..<4 {
      var unused = record
      switch kind {
      case 0: unused.values.add(RecordedValue(.number(1, .integer), line: 3), named: "other")
      case 1: unused.claims.add(RecordedClaim(holds: true, line: 3), named: "other")
      case 2:
        unused.figures.add(
          RecordedFigure(paths: [.ko: "a", .en: "b"], title: "", line: 3), named: "other")
      default: unused.tables.add(RecordedTable(columns: [], rows: [], line: 3), named: "other")
      }
      #expect(places(findings(program, record: unused, prose: prose)) == ["main.swift:3:5"])
    }
    for name in ["", " a", "a  b", "a}}", "{{", "a\nb"] {
      var bad = record
      bad.values.add(RecordedValue(.number(1, .integer), line: 4), named: name)
      #expect(places(findings(program, record: bad, prose: prose)) == ["main.swift:4:1"], "\(name)")
    }
  }

  @Test("figures without a file, rows with too many cells, avoided terms in their texts")
  func contents() {
    let program = "// MARK: - One\nlet a = 1\n  figure\n  table\n"
    let prose = "# T\n\n{{code One}}\n\n![a](<{{figure f}}>)\n\n{{table t}}\n"
    var record = Record()
    record.figures.add(
      RecordedFigure(paths: [.ko: "a.png"], title: Bilingual(ko: "포컬 로스", en: ""), line: 3), named: "f"
    )
    record.tables.add(
      RecordedTable(columns: [.init("a")], rows: [[.number(1, .integer), .text("포컬 로스")]], line: 4), named: "t")
    #expect(
      places(findings(program, record: record, prose: prose)) == [
        "main.swift:3:3", "main.swift:3:3", "main.swift:4:3", "main.swift:4:3",
      ])
  }

  @Test("a claim that does not hold, where the prose leans on it")
  func brokenClaim() {
    var record = Record()
    record.claims.add(RecordedClaim(holds: false, line: 2), named: "it is so")
    let found = findings(
      "// MARK: - One\nlet a = 1\n", record: record, prose: "# T\n\n{{code One}}\n\n글입니다.{{claim it is so}}\n")
    #expect(places(found) == ["en.md:5:6", "ko.md:5:6"])
    #expect(found.allSatisfy { $0.message.ko.contains("main.swift:2") })
  }

  @Test("a missing language")
  func missingLanguage() {
    let manuscript = Manuscript(
      program: SourceFile(name: "main.swift", text: "// MARK: - One\nlet a = 1"),
      prose: [.ko: SourceFile(name: "ko.md", text: "# T\n\n{{code One}}")])
    let weaver = Weaver(manuscript: manuscript, record: Record())
    #expect(places(weaver.findings) == ["main.swift:1:1"])
    #expect(weaver.page(.en) == nil)
    #expect(weaver.page(.ko)?.markdown.contains("README") == false)
  }
}
