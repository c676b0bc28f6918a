import Testing

@testable import Plotting

@Suite struct ThemeTests {
  @Test(arguments: [Theme.light, .dark]) func coloursStandOutFromTheBackground(theme: Theme) {
    #expect(theme.ink.contrast(with: theme.background) >= 7)
    #expect(theme.mutedInk.contrast(with: theme.background) >= 4.5)
    #expect(theme.mutedInk.contrast(with: theme.panel) >= 4.5)
    for color in theme.series + [theme.accent] { #expect(color.contrast(with: theme.background) >= 3) }
  }

  @Test func themesHaveTheSameSeries() {
    #expect(Theme.light.series.count == Theme.dark.series.count)
    #expect(Set(Theme.light.series).count == Theme.light.series.count)
    #expect(Set(Theme.dark.series).count == Theme.dark.series.count)
  }

  @Test func contrastReachesFromOneToTwentyOne() {
    let (black, white) = (Color(hex: 0x000000), Color(hex: 0xFFFFFF))
    #expect(abs(black.contrast(with: white) - 21) < 1e-9)
    #expect(white.contrast(with: white) == 1)
  }

  @Test func coloursDashesAndMarkersStartOver() {
    #expect(Tint.series(-1).color(in: .light) == Theme.light.series.last)
    #expect(Tint.series(7).color(in: .light) == Theme.light.series[0])
    #expect(Dash.series(0) == .solid && Dash.series(7) == .solid)
    #expect(Marker.series(6) == .circle)
  }
}
