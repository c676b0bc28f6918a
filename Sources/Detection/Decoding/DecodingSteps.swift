/// What each step of decoding leaves of a picture.
public struct DecodingSteps: Sendable {
  /// How many scores of each level lie above the threshold.
  public internal(set) var aboveThreshold: [Int] = []
  /// The best of each level, by descending score: decoded, and clipped to the picture.
  public internal(set) var candidates: [[FoundObject]] = []
  /// What suppression leaves of the candidates of all levels, by descending score.
  public internal(set) var suppressed: [FoundObject] = []
  /// As many of these as a picture may have: the result.
  public internal(set) var kept: [FoundObject] = []

  /// The index of the level among whose candidates an object was.
  public func level(of found: FoundObject) -> Int? { candidates.firstIndex { $0.contains(found) } }
}
