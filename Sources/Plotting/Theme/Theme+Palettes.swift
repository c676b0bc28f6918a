extension Theme {
  /// Dark ink on white.
  ///
  /// The series colours are Okabe and Ito's, the pale ones darkened until each stands out from white by at least 3 : 1;
  /// their yellow, which cannot, gives way to black's place in the set.
  /// - Source: Okabe and Ito, *Color Universal Design*, 2008.
  public static let light = Theme(
    name: "light",
    background: Color(hex: 0xFFFFFF),
    ink: Color(hex: 0x1B2330),
    mutedInk: Color(hex: 0x5B6675),
    grid: Color(hex: 0xE3E7EC),
    panel: Color(hex: 0xF1F4F8),
    accent: Color(hex: 0xC44F00),
    series: [
      Color(hex: 0x0072B2), Color(hex: 0xD05400), Color(hex: 0x008F68), Color(hex: 0xB9588F), Color(hex: 0xA87400),
      Color(hex: 0x3D4652), Color(hex: 0x2E93D1),
    ])

  /// Light ink on near-black. The series colours keep their hue and order, lightened.
  public static let dark = Theme(
    name: "dark",
    background: Color(hex: 0x12161C),
    ink: Color(hex: 0xF2F4F7),
    mutedInk: Color(hex: 0xA7B1BF),
    grid: Color(hex: 0x2C343F),
    panel: Color(hex: 0x1E252E),
    accent: Color(hex: 0xFF9A4D),
    series: [
      Color(hex: 0x56B4E9), Color(hex: 0xF0793A), Color(hex: 0x2BC596), Color(hex: 0xDD93BF), Color(hex: 0xE6A817),
      Color(hex: 0xD5DBE3), Color(hex: 0xF0E442),
    ])
}

extension Color {
  /// WCAG's contrast of two opaque colours: from 1 (none) to 21 (black on white).
  ///
  /// (L₁ + 0.05) / (L₂ + 0.05), L the relative luminance of the lighter and of the darker.
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance, 0 (black) to 1 (white).
  var luminance: Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The opaque colour that this one gives when painted on `base`.
  public func over(_ base: Color) -> Color {
    func mix(_ top: Double, _ bottom: Double) -> Double { top * opacity + bottom * (1 - opacity) }
    return Color(red: mix(red, base.red), green: mix(green, base.green), blue: mix(blue, base.blue))
  }
}
