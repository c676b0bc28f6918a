import Literate

extension References {
  /// What the prose of every chapter may refer to.
  static let book = References(
    paper: Paper.facts,
    slides: Dictionary(uniqueKeysWithValues: SlideClaim.all.map { ($0.id, $0.remark) }),
    avoided: Glossary.avoided)
}
