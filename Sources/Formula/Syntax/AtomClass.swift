/// What an element is to its neighbours; two neighbours' classes decide the space between them.
///
/// - Source: Knuth, *The TeXbook*, chapter 18.
enum AtomClass: Int, Sendable, Hashable {
  case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner
}

/// The space between two neighbours.
enum MathGap: Int, Sendable, Hashable {
  case none
  /// 3 mu, everywhere.
  case thin
  /// 3 mu, but nothing in sub- and superscripts.
  case thinOnTheLine
  /// 4 mu around binary signs, nothing in scripts.
  case medium
  /// 5 mu around relations, nothing in scripts.
  case thick

  init(between left: AtomClass, and right: AtomClass) {
    self = MathGap.table[left.rawValue][right.rawValue]
  }

  /// In em, where the text is not a script.
  var ems: Double {
    switch self {
    case .none: 0
    case .thin, .thinOnTheLine: 3.0 / 18
    case .medium: 4.0 / 18
    case .thick: 5.0 / 18
    }
  }

  /// Rows are the left neighbour, columns the right one, both in the order of `AtomClass`.
  private static let table: [[MathGap]] = [
    [.none, .thin, .medium, .thick, .none, .none, .none, .thinOnTheLine],
    [.thin, .thin, .none, .thick, .none, .none, .none, .thinOnTheLine],
    [.medium, .medium, .none, .none, .medium, .none, .none, .medium],
    [.thick, .thick, .none, .none, .thick, .none, .none, .thick],
    [.none, .none, .none, .none, .none, .none, .none, .none],
    [.none, .thin, .medium, .thick, .none, .none, .none, .thinOnTheLine],
    [
      .thinOnTheLine, .thinOnTheLine, .none, .thinOnTheLine, .thinOnTheLine, .thinOnTheLine, .thinOnTheLine,
      .thinOnTheLine,
    ],
    [.thinOnTheLine, .thin, .medium, .thick, .thinOnTheLine, .none, .thinOnTheLine, .thinOnTheLine],
  ]
}
