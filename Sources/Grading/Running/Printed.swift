import Localization

/// The beginning of what functions printed, and how much more there was.
public struct Printed: Sendable, Hashable, Codable {
  /// The first lines, each cut where it is long.
  private let lines: [String]
  /// How many lines came after them.
  private let left: Int

  /// Nil where nothing was printed.
  public init?(_ text: String) {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).reversed().drop(while: \.isEmpty).reversed()
    guard !all.isEmpty else { return nil }
    lines = all.prefix(Self.mostLines).map { line in
      line.count > Self.longest ? line.prefix(Self.longest) + "…" : String(line)
    }
    left = all.count - lines.count
  }

  /// Ten lines show what a print says; a screen of them hides the verdict.
  private static let mostLines = 10
  private static let longest = 200

  /// The lines, the last of which says how many are left out.
  public var text: Bilingual {
    guard left > 0 else { return Bilingual(ko: shown, en: shown) }
    return Bilingual(
      ko: "\(shown)\n… \(left)줄 더", en: "\(shown)\n… \(left) more line\(left == 1 ? "" : "s")")
  }

  private var shown: String { lines.joined(separator: "\n") }
}
