import Foundation

// MARK: - So many ratios and scales

extension AnchorGenerator {
  /// Anchors with so many aspect ratios, from one to the next doubled, and so many octave scales, one octave in equal steps.
  ///
  /// ```swift
  /// try AnchorGenerator.regular(scales: 3, ratios: 3)   // the paper's: ½, 1, 2 and 2⁰, 2^⅓, 2^⅔
  /// ```
  ///
  /// - Parameters:
  ///   - scales: 1 or more: 2^(k / scales) for k from 0 on.
  ///   - ratios: 1 or more: powers of 2 around 1, or of 2 times √½ where their number is even.
  /// - Throws: `BoxError.noAnchors` for 0 of either; `.aspectRatio` where there are so many that one is out of its range.
  public static func regular(
    _ convention: Convention = .paper, scales: Int, ratios: Int
  ) throws(BoxError) -> AnchorGenerator {
    guard scales > 0, ratios > 0 else { throw .noAnchors }
    return try AnchorGenerator(
      convention, aspectRatios: (0..<ratios).map { pow(2, Double($0) - Double(ratios - 1) / 2) },
      octaveScales: (0..<scales).map { pow(2, Double($0) / Double(scales)) })
  }
}
