import Localization

/// Cuts the text of a node at `{{…}}`.
struct VerbScanner {
  struct Piece: Sendable {
    enum Content: Sendable {
      case text
      case call(VerbCall)
      /// `{{은/는}}`.
      case particle(String)
      /// A word that is no verb; nil where nothing stands between the braces.
      case unknown(String?)
      /// `{{` that is not closed in the same text.
      case unclosed
      /// `}}` that closes nothing.
      case unopened
    }
    let content: Content
    /// The characters as they stand in the text.
    let source: String
    /// The byte of the text at which they start.
    let offset: Int
  }

  private let text: String
  private let setting: Setting
  private var pieces: [Piece] = []
  /// Where the text starts that is in no piece yet.
  private var pending: String.Index

  /// - Parameter setting: formulas have braces of their own: there only a verb's name, or one near it, makes `{{` a verb.
  static func pieces(of text: String, in setting: Setting) -> [Piece] {
    guard text.contains("{{") || text.contains("}}") else {
      return text.isEmpty ? [] : [Piece(content: .text, source: text, offset: 0)]
    }
    var scanner = VerbScanner(text: text, setting: setting, pending: text.startIndex)
    scanner.scan()
    return scanner.pieces
  }

  private init(text: String, setting: Setting, pending: String.Index) {
    self.text = text
    self.setting = setting
    self.pending = pending
  }

  private mutating func scan() {
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if rest.hasPrefix("{{"), !rest.dropFirst(2).hasPrefix("{") {
        index = scanOpening(at: index)
      } else if rest.hasPrefix("}}"), setting == .prose {
        index = add(.unopened, from: index, to: text.index(index, offsetBy: 2))
      } else {
        index = text.index(after: index)
      }
    }
    flush(upTo: text.endIndex)
  }

  /// Takes in `{{…}}`, or passes over `{{` where it is only a formula's.
  private mutating func scanOpening(at opening: String.Index) -> String.Index {
    let inside = text.index(opening, offsetBy: 2)
    guard let closing = text[inside...].firstRange(of: "}}") else {
      guard setting == .prose || startsWithVerb(text[inside...]) else { return inside }
      return add(.unclosed, from: opening, to: setting == .prose ? text.endIndex : inside)
    }
    // Another opening before the closing: this one is not closed.
    if let next = text[inside..<closing.lowerBound].firstRange(of: "{{"), setting == .prose {
      return add(.unclosed, from: opening, to: next.lowerBound)
    }
    let content = content(of: text[inside..<closing.lowerBound])
    if setting == .formula, !isMeantAsVerb(content) { return inside }
    return add(content, from: opening, to: closing.upperBound)
  }

  private func startsWithVerb(_ inside: Substring) -> Bool {
    Verb(rawValue: String(inside.prefix { $0.isLetter })) != nil
  }

  private func isMeantAsVerb(_ content: Piece.Content) -> Bool {
    switch content {
    case .call, .particle: true
    case .unknown(let word?): nearestName(to: word, among: Verb.allCases.map(\.rawValue)) != nil
    default: false
    }
  }

  private func content(of inside: Substring) -> Piece.Content {
    var words = inside.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard let first = words.first else { return .unknown(nil) }
    guard let verb = Verb(rawValue: first) else {
      return words.count == 1 && first.looksLikeParticle ? .particle(first) : .unknown(first)
    }
    words.removeFirst()
    var particle: String?
    if verb.takesParticle, words.count > 1, let last = words.last, last.looksLikeParticle {
      particle = last
      words.removeLast()
    }
    return .call(VerbCall(verb: verb, name: words.joined(separator: " "), particle: particle))
  }

  private mutating func add(_ content: Piece.Content, from start: String.Index, to end: String.Index) -> String.Index {
    flush(upTo: start)
    append(content, start..<end)
    pending = end
    return end
  }

  private mutating func flush(upTo end: String.Index) {
    if pending < end { append(.text, pending..<end) }
    pending = end
  }

  private mutating func append(_ content: Piece.Content, _ range: Range<String.Index>) {
    let offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    pieces.append(Piece(content: content, source: String(text[range]), offset: offset))
  }
}

extension String {
  /// Two forms with a stroke between, or one with a part in parentheses, in Hangul.
  fileprivate var looksLikeParticle: Bool {
    (contains("/") || contains("(")) && unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }
}
