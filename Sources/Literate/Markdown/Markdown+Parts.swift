extension Document {
  /// The addresses of its images, in reading order.
  package var images: [String] {
    blocks.all.flatMap(\.inlines).compactMap { inline in
      if case .image(let link, _) = inline { link.destination.string } else { nil }
    }
  }
}

extension [Block] {
  /// These blocks and all within them, in reading order.
  var all: [Block] { flatMap { [$0] + $0.parts.all } }
}

extension Block {
  /// The blocks directly within.
  fileprivate var parts: [Block] {
    switch content {
    case .quote(let blocks), .footnote(_, let blocks): blocks
    case .list(let list): list.items.flatMap(\.blocks)
    case .heading, .paragraph, .code, .html, .rule, .table: []
    }
  }

  /// All inlines of the block itself, those within others behind them.
  var inlines: [Inline] {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.all
    case .table(let table): table.rows.joined().flatMap(\.all)
    case .quote, .footnote, .list, .code, .html, .rule: []
    }
  }
}

extension [Inline] {
  /// These inlines and all within them, in reading order.
  var all: [Inline] { flatMap { [$0] + $0.parts.all } }
}

extension Inline {
  fileprivate var parts: [Inline] {
    switch self {
    case .emphasis(let children), .strong(let children), .strikethrough(let children), .link(_, let children),
      .image(_, let children):
      children
    case .text, .formula, .code, .html, .softBreak, .lineBreak, .footnote, .brokenClaim: []
    }
  }
}
