package enum FigureFormat: String, CaseIterable, Sendable {
  case png, svg, pdf
}

package enum ThemeName: String, CaseIterable, Sendable {
  case light, dark
}

package enum BackgroundName: String, CaseIterable, Sendable {
  case theme, transparent
}

/// `1920x1080`: width and height in points.
package struct FigureSize: Hashable, Sendable, CustomStringConvertible {
  package let width: Int
  package let height: Int

  package static let slide = FigureSize(width: 1920, height: 1080)
  /// Below, no label can be read; above, hardly a viewer opens the file.
  package static let range = 100...16_384

  private init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  @Sendable package init(typed text: String) throws(ParameterError) {
    let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      Self.range.contains(width), Self.range.contains(height)
    else { throw .notASize(Self.range) }
    self.init(width: width, height: height)
  }

  package var description: String { "\(width)x\(height)" }
}
