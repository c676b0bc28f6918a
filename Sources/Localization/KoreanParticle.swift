/// A Korean particle whose form depends on how the word before it ends when read aloud.
///
/// ```swift
/// let topic = KoreanParticle("은/는")
/// topic?.form(after: "3")      // "은": 삼
/// topic?.form(after: "2")      // "는": 이
/// KoreanParticle("(으)로")?.form(after: "p = 0.7")   // "로": 칠
/// ```
public struct KoreanParticle: Sendable, Hashable {
  /// The form after a consonant: 은.
  public let afterConsonant: String
  /// The form after a vowel: 는.
  public let afterVowel: String
  private let afterRieul: String

  /// The particle that a name means: its pair in either order (`은/는`, `는/은`), either form alone (`은`, `는`), or
  /// the ways that manuals print it (`은(는)`, `(으)로`).
  ///
  /// Nil for names that no particle has; `known` lists those that there are.
  public init?(_ pair: String) {
    guard let particle = Self.byName[pair.filter { !$0.isWhitespace }] else { return nil }
    self = particle
  }

  /// Both forms, the consonant's first: `은/는`; the one form of a particle that never changes.
  public var pair: String { afterConsonant == afterVowel ? afterVowel : afterConsonant + "/" + afterVowel }

  /// Every particle by its pair, to suggest when a name is not known.
  public static var known: [String] { table.map(\.pair) }

  /// The form after `text`, by `finalSound(of:)`: after 3 은, after 2 는; after 3 으로, after 1, 8 and vowels 로.
  ///
  /// Where the text cannot be said both forms are given, as manuals do: `은(는)`, `(으)로`.
  public func form(after text: String) -> String {
    switch finalSound(of: text) {
    case .vowel: afterVowel
    case .rieul: afterRieul
    case .consonant: afterConsonant
    case nil: undecided
    }
  }

  /// Both forms in one, for a word whose sound is not known.
  private var undecided: String {
    if afterConsonant == afterVowel { return afterVowel }
    let linking = afterConsonant.dropLast(afterVowel.count)
    return afterConsonant.hasSuffix(afterVowel) && !linking.isEmpty
      ? "(\(linking))\(afterVowel)" : "\(afterConsonant)(\(afterVowel))"
  }

  // MARK: - Table

  private init(_ afterConsonant: String, _ afterVowel: String, afterRieul: String) {
    self.afterConsonant = afterConsonant
    self.afterVowel = afterVowel
    self.afterRieul = afterRieul
  }

  private static let table: [KoreanParticle] =
    [
      ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("이나", "나"), ("이라고", "라고"), ("이라는", "라는"),
      ("이라면", "라면"), ("이라도", "라도"), ("이라서", "라서"), ("이라", "라"), ("이며", "며"), ("이고", "고"), ("이다", "다"),
      ("이란", "란"), ("이든", "든"), ("이든지", "든지"), ("이면", "면"), ("이지만", "지만"), ("이므로", "므로"), ("이니", "니"),
      ("이자", "자"), ("이랑", "랑"), ("이야말로", "야말로"), ("이어서", "여서"), ("이어야", "여야"), ("이었다", "였다"),
      ("이었습니다", "였습니다"), ("이에요", "예요"), ("아", "야"),
    ].map { KoreanParticle($0, $1, afterRieul: $0) }
    // After ㄹ these need no linking 으.
    + [
      ("으로", "로"), ("으로는", "로는"), ("으로도", "로도"), ("으로서", "로서"), ("으로써", "로써"), ("으로부터", "로부터"),
    ].map { KoreanParticle($0, $1, afterRieul: $1) }
    // These never change; they are known so that nobody has to remember which do.
    + ["입니다", "의", "에", "에서", "에는", "도", "만", "까지", "부터", "보다", "처럼", "마다"]
    .map { KoreanParticle($0, $0, afterRieul: $0) }

  private static let byName: [String: KoreanParticle] = {
    let named = table.flatMap { particle in particle.names.map { ($0, particle) } }
    return Dictionary(named) { first, _ in first }
  }()

  private var names: [String] {
    [
      pair, afterConsonant, afterVowel, afterVowel + "/" + afterConsonant, "\(afterConsonant)(\(afterVowel))",
      "\(afterVowel)(\(afterConsonant))", undecided,
    ]
  }
}
