import Foundation
import Grading
import Localization

/// Somebody who takes part in a session.
struct Person: Sendable, Hashable {
  /// In Unicode's canonical composition, without spaces at its ends.
  let name: String
  let language: Language
  let seed: Seed

  init(name: String, language: Language, seed: Seed? = nil) {
    self.name = name.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    self.language = language
    self.seed = seed ?? Seed(name: self.name)
  }

  /// By which a folder is found to be theirs.
  var key: NameKey { NameKey(name) }
}

/// A name without what file systems and people change about it: composition, letter case, spaces.
struct NameKey: Hashable, Sendable, Comparable {
  let text: String

  init(_ name: String) {
    let folded = name.precomposedStringWithCompatibilityMapping.lowercased()
    text =
      String(String.UnicodeScalarView(folded.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }))
      .precomposedStringWithCanonicalMapping
  }

  static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }
}
