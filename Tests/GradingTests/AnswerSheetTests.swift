import Foundation
import Testing

@testable import Grading

@Suite struct AnswerSheetTests {
  static let text = """
    # 답안지
    name: 홍길동
    3.1: 약 0.36
    3.3:
      3.10 = b
    3.4） 1,5
    remember the milk
    """

  @Test("a sheet gives a name and answers, and keeps all its lines")
  func reading() {
    let sheet = AnswerSheet(Self.text)
    #expect(sheet.name == "홍길동")
    #expect(sheet["3.1"] == "약 0.36")
    #expect(sheet["3.3"] == nil)
    #expect(sheet["3.10"] == "b")
    #expect(sheet["3.4"] == "1,5")
    #expect(sheet["3.2"] == nil)
    #expect(sheet.text == Self.text + "\n")
  }

  @Test("names are read in either language, with either colon")
  func names() {
    #expect(AnswerSheet("이름： 김 철수 \n").name == "김 철수")
    #expect(AnswerSheet("Name:Zoë").name == "Zoë")
    #expect(AnswerSheet("name:\n").name == nil)
    #expect(AnswerSheet("").name == nil)
  }

  @Test("an answer that is entered takes its line, or a new one in order")
  func writing() {
    var sheet = AnswerSheet(Self.text)
    sheet["3.3"] = "2"
    sheet["3.2"] = "7"
    sheet["3.1"] = "0.5"
    sheet.name = "Lee"
    #expect(
      sheet.text == """
        # 답안지
        name: Lee
        3.1: 0.5
        3.2: 7
        3.3: 2
          3.10 = b
        3.4） 1,5
        remember the milk

        """)
    var empty = AnswerSheet()
    empty["3.1"] = "a\nb"
    empty.name = "Kim"
    #expect(empty.text == "name: Kim\n3.1: a b\n")
  }

  @Test("what cannot be understood is told with its line")
  func problems() {
    let sheet = AnswerSheet(Self.text + "\n3.1: 0.4\n3.11: 1\n# fine\n\n3.3: \n", file: "lee/answers.txt")
    let problems = sheet.problems(known: ["3.1", "3.3", "3.4", "3.10"])
    #expect(problems.map(\.line) == [7, 8, 9])
    #expect(problems.allSatisfy { $0.file == "lee/answers.txt" })
    #expect(problems[0].message.en.contains("remember the milk"))
    #expect(problems[1].message.en.contains("twice"))
    #expect(problems[2].message.en.contains("3.1"))
  }

  @Test("encodings are told apart")
  func encodings() throws {
    let text = "name: 홍길동\r\n3.1: 0.36\r\n"
    let utf8 = Array(text.utf8)
    #expect(AnswerSheet(try TextFile.text([0xEF, 0xBB, 0xBF] + utf8, file: "a")).name == "홍길동")
    for (encoding, bytes) in [
      (TextEncoding.utf16, Array(try #require(text.data(using: .utf16)))),
      (.utf16, Array(try #require(text.data(using: .utf16LittleEndian)))),
      (.utf16, Array(try #require(text.data(using: .utf16BigEndian)))),
      // “name: 홍길동” as Korean Windows saves it.
      (.cp949, Array("name: ".utf8) + [0xC8, 0xAB, 0xB1, 0xE6, 0xB5, 0xBF, 0x0D, 0x0A]),
      // “똠” is in CP949 and not in EUC-KR.
      (.cp949, [0x8C, 0x63]),
      (.unknown, [0xFF, 0x00, 0x12, 0x80]), (.unknown, [0xC3]), (.unknown, [0x41, 0xE9, 0x20]),
    ] {
      #expect(throws: TextFile.Problem.encoding(file: "a", encoding)) { try TextFile.text(bytes, file: "a") }
    }
  }

  @Test("a file that is missing, a folder, or too large is told as that")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory
    #expect(throws: TextFile.Problem.missing(file: "a")) { try TextFile.text(of: folder, file: "a") }
    #expect(throws: TextFile.Problem.missing(file: "none")) {
      try TextFile.text(of: folder.appending(path: "no/none"), file: "none")
    }
    #expect(throws: TextFile.Problem.tooLarge(file: "a", limit: TextFile.limit)) {
      try TextFile.text([UInt8](repeating: 65, count: TextFile.limit + 1), file: "a")
    }
  }
}
