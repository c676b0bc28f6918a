import Foundation

/// A colour by its part in the picture: the theme says which it is.
public struct Tint: Sendable, Hashable {
  enum Source: Sendable, Hashable {
    case ink, muted, grid, panel, accent, background
    case series(Int)
    case fixed(Color)
  }

  var source: Source
  var opacity = 1.0

  public static let ink = Tint(source: .ink)
  public static let muted = Tint(source: .muted)
  public static let grid = Tint(source: .grid)
  public static let panel = Tint(source: .panel)
  public static let accent = Tint(source: .accent)
  public static let background = Tint(source: .background)

  /// The palette's colour at `index`, starting over after the last.
  public static func series(_ index: Int) -> Tint { Tint(source: .series(index)) }

  /// A colour that is the same in every theme.
  public static func fixed(_ color: Color) -> Tint { Tint(source: .fixed(color)) }

  /// The same tint, so much of it: 0 is invisible, 1 is opaque.
  public func opacity(_ opacity: Double) -> Tint {
    var tint = self
    tint.opacity = opacity
    return tint
  }

  /// The colour in `theme`.
  public func color(in theme: Theme) -> Color {
    let color =
      switch source {
      case .ink: theme.ink
      case .muted: theme.mutedInk
      case .grid: theme.grid
      case .panel: theme.panel
      case .accent: theme.accent
      case .background: theme.background
      case .series(let index): theme.series[index.wrapped(theme.series.count)]
      case .fixed(let color): color
      }
    return color.opacity(color.opacity * opacity)
  }
}

extension Int {
  /// The number's place in a cycle of `count`, 0 ..< count, for negative numbers too.
  func wrapped(_ count: Int) -> Int {
    let rest = self % count
    return rest < 0 ? rest + count : rest
  }
}

/// An sRGB component made linear.
func linear(_ component: Double) -> Double {
  component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
}
