import Plotting

extension Double {
  /// The number as SVG attributes hold it: at most two decimals, no exponent.
  var svg: String { svg(decimals: 2) }

  func svg(decimals: Int) -> String {
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    let scaled = Int((self * Double(unit)).rounded())
    let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: unit)
    let sign = scaled < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: decimals - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}

extension Point {
  fileprivate var svg: String { "\(x.svg) \(y.svg)" }
}

extension Path {
  /// The `d` of an SVG path.
  var svg: String {
    segments.map { segment in
      switch segment {
      case .move(let point): "M\(point.svg)"
      case .line(let point): "L\(point.svg)"
      case .curve(let control1, let control2, let end): "C\(control1.svg) \(control2.svg) \(end.svg)"
      case .close: "Z"
      }
    }.joined()
  }
}

extension Color {
  /// `#rrggbb`, without the opacity.
  var hex: String {
    let digits = Array("0123456789abcdef")
    return "#"
      + [red, green, blue].map { channel in
        let value = Int((min(max(channel, 0), 1) * 255).rounded())
        return "\(digits[value / 16])\(digits[value % 16])"
      }.joined()
  }
}

extension String {
  /// The text as an XML attribute holds it.
  var xmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint:
        escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
