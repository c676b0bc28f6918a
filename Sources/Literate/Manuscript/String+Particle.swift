import Localization

/// Words with their particle, for our own messages.
extension String {
  /// The word and the form of the particle that it takes: `"값".with("이/가")` is 값이.
  package func with(_ pair: String) -> String { self + (KoreanParticle(pair)?.form(after: self) ?? pair) }

  /// The word in quotation marks and the form of the particle that it takes: “easyCE”는.
  package func quoted(_ pair: String) -> String { "“\(self)”" + (KoreanParticle(pair)?.form(after: self) ?? pair) }
}
