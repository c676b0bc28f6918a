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
}
