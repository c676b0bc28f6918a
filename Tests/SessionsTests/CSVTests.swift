import Testing

@testable import Sessions

@Suite struct CSVTests {
  private func fields(_ text: String) throws -> [[String]] { try CSVTable(text).rows.map(\.fields) }

  @Test("fields are as RFC 4180 says", arguments: ["\r\n", "\n", "\r"])
  func fields(end: String) throws {
    #expect(try fields("a,b\(end)c,d") == [["a", "b"], ["c", "d"]])
    #expect(try fields("a,b\(end)c,d\(end)") == [["a", "b"], ["c", "d"]])
    #expect(try fields("\"a,1\",\"b\"\"c\"\(end)\"\",x") == [["a,1", "b\"c"], ["", "x"]])
    #expect(try fields("\"a\(end)b\",c") == [["a\(end)b", "c"]])
    #expect(try fields("a,\(end),b") == [["a", ""], ["", "b"]])
    #expect(try fields(" a , b ") == [[" a ", " b "]])
  }

  @Test("lines without anything are no rows, and rows know their lines")
  func lines() throws {
    let table = try CSVTable("name\n\n  ,\n\"가\n나\"\n다\n")
    #expect(table.rows.map(\.line) == [1, 4, 6])
    #expect(try fields("") == [])
    #expect(try fields("\n\n") == [])
  }

  @Test("what is not clear is an error that names its line")
  func errors() {
    #expect(throws: CSVError.unclosedQuote(line: 2)) { try CSVTable("a\n\"b\nc\n") }
    #expect(throws: CSVError.textAfterQuote(line: 2, field: "b")) { try CSVTable("a\n\"b\"c\n") }
    #expect(throws: CSVError.strayQuote(line: 3, field: "c\"d")) { try CSVTable("a\nb\nc\"d\n") }
  }

  @Test("what is written is read again, whatever it is")
  func roundTrip() throws {
    let rows = [["이름", "a,b"], ["\"", "두\n줄"], ["", "c\r\nd"], ["x", " y "]]
    let text = CSVTable.text(of: rows)
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(try fields(String(text.unicodeScalars.dropFirst())) == rows)
  }

  @Test("no name becomes a formula of a spreadsheet", arguments: ["=1+1", "+82", "-2", "@x", "\t=1"])
  func formulas(_ name: String) throws {
    let text = CSVTable.text(of: [[name]]).unicodeScalars.dropFirst()
    #expect(try fields(String(text)) == [["'" + name]])
  }
}
