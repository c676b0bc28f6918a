/// What is left to read of a piece of HTML: comments and tags taken out, summaries set apart.
struct HTMLText {
  struct Line: Hashable {
    var text: String
    /// The visible line of a `<details>`.
    var isSummary: Bool
  }

  private(set) var lines: [Line] = []
  private var text = ""
  private var isSummary = false

  init(_ html: String) {
    var rest = html[...]
    while let character = rest.first {
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if character == "<", let end = rest.firstIndex(of: ">") {
        read(tag: rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let (letter, after) = Self.entity(rest) {
        text.append(letter)
        rest = after
      } else {
        text.append(character == "\n" ? " " : character)
        rest = rest.dropFirst()
      }
    }
    endLine()
  }

  /// What a tag within a sentence leaves of itself: a line end for `<br>`, mostly nothing.
  static func inline(_ html: String) -> String {
    html.lowercased().hasPrefix("<br") ? "\n" : HTMLText(html).lines.map(\.text).joined()
  }

  private mutating func read(tag: Substring) {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    switch name {
    case "summary":
      endLine()
      isSummary = !tag.hasPrefix("/")
    case "br":
      text += "\n"
    case "p", "div", "details", "li", "tr", "table", "ul", "ol":
      endLine()
    case "img":
      text += "[\(Self.attribute("alt", in: tag) ?? "img")]"
    default: break
    }
  }

  private mutating func endLine() {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if !words.isEmpty { lines.append(Line(text: words.joined(separator: " "), isSummary: isSummary)) }
    }
    text = ""
  }

  private static func attribute(_ name: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: name + "=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func entity(_ text: Substring) -> (Character, Substring)? {
    let known: [(String, Character)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&nbsp;", " "),
    ]
    return known.first { text.hasPrefix($0.0) }.map { ($0.1, text.dropFirst($0.0.count)) }
  }
}
