import Localization

/// A table in comma-separated values (RFC 4180), read strictly: what is not clear is an error that names its line.
///
/// SwiftCSV was tried (0.10.0): it takes a quote that nothing closes for the rest of the file, drops surplus fields, and its
/// errors name no line.
/// - Source: Shafranovich 2005, RFC 4180.
struct CSVTable: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    /// The line of the file, from 1, in which it begins.
    var line: Int
    var fields: [String]
  }

  /// Without lines that hold nothing.
  let rows: [Row]

  /// - Parameter text: without a byte order mark; lines end in `\r\n`, `\n` or `\r`.
  init(_ text: String) throws(CSVError) {
    var reader = Reader(text)
    try reader.read()
    rows = reader.rows.filter { row in row.fields.contains { !$0.allSatisfy(\.isWhitespace) } }
  }

  private struct Reader {
    private var rest: Substring.UnicodeScalarView
    private(set) var rows: [Row] = []
    private var line = 1
    private var row = Row(line: 1, fields: [])

    init(_ text: String) { rest = Substring(text).unicodeScalars }

    mutating func read() throws(CSVError) {
      while !rest.isEmpty {
        row.fields.append(try field())
        switch rest.popFirst() {
        case ",": if rest.isEmpty { row.fields.append("") }
        case let end?: endRow(after: end)
        case nil: break
        }
      }
      if !row.fields.isEmpty { rows.append(row) }
    }

    private mutating func endRow(after end: Unicode.Scalar) {
      if end == "\r", rest.first == "\n" { rest.removeFirst() }
      rows.append(row)
      line += 1
      row = Row(line: line, fields: [])
    }

    /// What stands before the next comma or line end, which is left.
    private mutating func field() throws(CSVError) -> String {
      if rest.first == "\"" { return try quoted() }
      let field = rest.prefix { !isEnd($0) }
      if field.contains("\"") { throw .strayQuote(line: line, field: String(field)) }
      rest = rest.dropFirst(field.count)
      return String(field)
    }

    private mutating func quoted() throws(CSVError) -> String {
      let start = line
      rest.removeFirst()
      var field = String.UnicodeScalarView()
      while let next = rest.popFirst() {
        if next == "\"" {
          guard rest.first == "\"" else {
            if let after = rest.first, !isEnd(after) { throw .textAfterQuote(line: line, field: String(field)) }
            return String(field)
          }
          rest.removeFirst()
        }
        if next == "\n" || next == "\r" && rest.first != "\n" { line += 1 }
        field.append(next)
      }
      throw .unclosedQuote(line: start)
    }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\n" || scalar == "\r" }
  }
}

/// Why a file is no table.
enum CSVError: BilingualError, Hashable {
  case unclosedQuote(line: Int)
  case textAfterQuote(line: Int, field: String)
  case strayQuote(line: Int, field: String)

  var message: Bilingual {
    switch self {
    case .unclosedQuote(let line):
      Bilingual(
        ko: "\(line)번째 줄에서 연 큰따옴표가 닫히지 않았습니다. 칸의 끝에 \"를 더하십시오.",
        en: "The quote opened on line \(line) is never closed. Add a \" at the end of the field.")
    case .textAfterQuote(let line, let field):
      Bilingual(
        ko: "\(line)번째 줄: 따옴표로 묶은 ‘\(field)’ 바로 뒤에 다른 글자가 있습니다. 칸 전체를 따옴표로 묶으십시오.",
        en: "Line \(line): something follows the quoted “\(field)”. Put the whole field into quotes.")
    case .strayQuote(let line, let field):
      Bilingual(
        ko: "\(line)번째 줄: ‘\(field)’ 안에 큰따옴표가 있습니다. 칸을 \"로 묶고, 안의 따옴표는 \"\"로 적으십시오.",
        en: "Line \(line): there is a quote inside “\(field)”. Put the field into quotes and write the inner one twice."
      )
    }
  }
}
