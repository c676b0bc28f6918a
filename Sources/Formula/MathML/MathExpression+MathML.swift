extension MathExpression {
  /// The formula as MathML, to stand within a line.
  public var mathML: String { mathML(.inline) }

  /// The formula as MathML, within a line or on a line of its own.
  public func mathML(_ display: MathDisplay) -> String {
    let mode = display == .block ? "block" : "inline"
    return #"<math xmlns="http://www.w3.org/1998/Math/MathML" display="\#(mode)"><mrow>"#
      + MathMLWriter(display: display).elements(nodes) + "</mrow></math>"
  }
}

func tag(_ name: String, _ text: String) -> String { "<\(name)>\(text.escaped)</\(name)>" }

/// At most three decimals, none that say nothing.
func decimal(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  return thousandths.isMultiple(of: 1000) ? "\(thousandths / 1000)" : "\(Double(thousandths) / 1000)"
}

extension String {
  /// With the characters that markup takes for its own written as entities.
  var escaped: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// With spaces that MathML does not trim.
  var nonBreaking: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}

extension MathNode {
  /// Whether the element is a function's name, with or without scripts.
  var isNamed: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _): base.isNamed
    default: false
    }
  }
}

extension MathAccent {
  /// The accent as a character of its own.
  var spacing: String {
    switch self {
    case .hat: "^"
    case .bar, .overline: "¯"
    case .tilde: "~"
    case .dot: "˙"
    }
  }
}
