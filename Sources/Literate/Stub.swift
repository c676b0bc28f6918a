/// Until the particles of `Localization` arrive.
struct KoreanParticle {
  static let knownPairs = ["은/는", "이/가", "을/를"]
  let pair: [Substring]
  init?(_ pair: String) {
    self.pair = pair.split(separator: "/")
    if self.pair.count != 2 { return nil }
  }
  func form(after text: String) -> String { String(pair[0]) }
}
