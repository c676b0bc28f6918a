import Foundation

extension Sheet {
  /// The sheet as Markdown, for a screen.
  public var markdown: String {
    let head = [name.map { "**\(Self.plain($0))**" }, remark.isEmpty ? nil : Self.plain(remark)].compactMap(\.self)
    let blocks = ["# \(Self.plain(title))"] + (head.isEmpty ? [] : [head.joined(separator: " · ")])
    return (blocks + parts.map(markdown)).joined(separator: "\n\n") + "\n"
  }

  private func markdown(_ part: Part) -> String {
    switch part {
    case .exercise(let number, let title, let remark): "## \(number) \(title)\n\n*\(Self.plain(remark))*"
    case .text(let text): text.trimmingCharacters(in: .newlines)
    case .room(let label, _): "**\(label)**\n\n<br><br>"
    case .blanks(let labels): labels.map { "**\($0)**: \(Self.blank)" }.joined(separator: "\\\n")
    case .choices(let choices): choices.map { "- [ ] **\($0.mark)** \($0.text)" }.joined(separator: "\n")
    }
  }

  private static let blank = String(repeating: "\\_", count: 24)

  /// Text that is no Markdown, whatever somebody is called.
  package static func plain(_ text: String) -> String {
    String(text.flatMap { #"\`*_[]<>#&|~$"#.contains($0) ? ["\\", $0] : [$0] })
  }
}
