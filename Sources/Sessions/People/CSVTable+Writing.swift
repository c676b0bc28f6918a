extension CSVTable {
  /// Rows as comma-separated values: lines end in CR LF, and a byte order mark stands first, by which Excel knows Korean letters.
  static func text(of rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One field. A spreadsheet takes text that begins with `=`, `+`, `-` or `@` for a formula, whoever's name it is; an
  /// apostrophe before it keeps it text.
  private static func field(_ text: String) -> String {
    let startsFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = (startsFormula ? "'" : "") + text
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
