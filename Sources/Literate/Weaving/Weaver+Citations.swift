import Localization

/// A verb of the prose, and the passage of the program that it follows.
public struct Citation: Sendable, Hashable {
  public let name: String
  /// The title of the passage shown last before it; nil above the first.
  public let passage: String?
}

extension Weaver {
  /// What the prose of a language names with one verb, in order: `citations(of: .slide, in: .ko)`.
  public func citations(of verb: Verb, in language: Language) -> [Citation] {
    var passage: String?
    return (chapters[language]?.uses ?? []).compactMap { use in
      if use.call.isOwnPassage { passage = use.call.name }
      return use.call.verb == verb ? Citation(name: use.call.name, passage: passage) : nil
    }
  }
}
