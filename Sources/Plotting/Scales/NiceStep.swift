import Foundation

/// A step of 1, 2 or 5 times a power of ten.
struct NiceStep: Hashable {
  var mantissa: Double
  var exponent: Int

  /// The step that cuts `span` into about `count` pieces: the nearest on a scale of ratios.
  ///
  /// The bounds between 1, 2, 5 and 10 are their geometric means √2, √10 and √50.
  init(span: Double, count: Int) {
    let raw = span / Double(max(1, count))
    var exponent = Int(floor(log10(raw)))
    let fraction = raw / pow(10, Double(exponent))
    switch fraction {
    case ..<2.0.squareRoot(): mantissa = 1
    case ..<10.0.squareRoot(): mantissa = 2
    case ..<50.0.squareRoot(): mantissa = 5
    default:
      mantissa = 1
      exponent += 1
    }
    self.exponent = exponent
  }

  /// The step as a number.
  var size: Double { multiple(1) }

  /// So many steps; divided rather than multiplied below one, so that 3 steps of 0.1 are 0.3.
  func multiple(_ count: Double) -> Double {
    exponent >= 0 ? count * mantissa * pow(10, Double(exponent)) : count * mantissa / pow(10, Double(-exponent))
  }

  func multiple(below value: Double) -> Double { multiple(floor(value / size + Self.tolerance)) }
  func multiple(above value: Double) -> Double { multiple(ceil(value / size - Self.tolerance)) }

  /// All multiples in `domain`.
  func multiples(in domain: ClosedRange<Double>) -> [Double] {
    let first = ceil(domain.lowerBound / size - Self.tolerance)
    let last = floor(domain.upperBound / size + Self.tolerance)
    guard first <= last, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { i in
      min(max(multiple(first + Double(i)), domain.lowerBound), domain.upperBound)
    }
  }

  /// What the quotient of two decimal fractions may be off from a whole number.
  private static let tolerance = 1e-9

  /// Decimals that tell two neighbouring multiples apart.
  var decimals: Int { max(0, -exponent) }
}
