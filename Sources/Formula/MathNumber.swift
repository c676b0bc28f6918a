/// A number typed into a formula, so that the book can tell typed numbers from computed ones.
public struct MathNumber: Sendable, Hashable {
  /// What the number is there for.
  public enum Role: Sendable, Hashable {
    /// An integer in a subscript (the 1 of x₁), or part of a name (the 3 of `\mathrm{P3}`).
    case index
    /// An integer up to `largestSmallExponent` in a superscript: the 2 of x², the 1 and the 3 of 2^(1/3).
    case exponent
    /// Any other number.
    case plain
  }

  /// The largest integer that counts as a small exponent.
  public static let largestSmallExponent = 20

  /// As it reads: `0.25`, `67,995` (written `67{,}995`).
  public let text: String
  public let role: Role
  /// Where its first digit stands in the LaTeX, counted in characters from 0.
  public let offset: Int
}
