import Foundation
import Localization

/// Where an axis carries numbers.
public enum Ticks: Sendable, Hashable {
  /// At round numbers, as many as there is room for.
  case automatic
  /// At round numbers, about so many.
  case count(Int)
  /// At these values.
  case at([Double])
  /// At these values, with these words.
  case labelled([Tick])
  /// Nowhere.
  case none
}

/// One labelled place on an axis.
public struct Tick: Sendable, Hashable {
  public var value: Double
  /// May hold `$formulas$`.
  public var label: Bilingual

  public init(_ value: Double, _ label: Bilingual) {
    self.value = value
    self.label = label
  }
}

extension PositionScale {
  /// Round values inside the domain: multiples of 1, 2 or 5 · 10ⁿ, or powers of ten on a logarithmic axis.
  ///
  /// - Parameter count: about how many.
  func niceValues(count: Int) -> [Double] {
    switch spacing {
    case .band: (0..<Int(domain.upperBound + 0.5)).map(Double.init)
    case .linear: NiceStep(span: domain.upperBound - domain.lowerBound, count: count).multiples(in: domain)
    case .log: niceLogValues(count: count)
    }
  }

  private func niceLogValues(count: Int) -> [Double] {
    let exponents = decades
    if exponents.count > 2 || (exponents.count == 2 && count <= 3) {
      let stride = max(1, Int((Double(exponents.count) / Double(max(1, count))).rounded(.up)))
      return exponents.filter { $0.isMultiple(of: stride) }.map { pow(10, Double($0)) }
    }
    let oneTwoFive = decadesAround.flatMap { exponent in
      [1.0, 2, 5].map { NiceStep(mantissa: $0, exponent: exponent).size }
    }.filter(domain.contains)
    guard oneTwoFive.count < 3 else { return oneTwoFive }
    return NiceStep(span: domain.upperBound - domain.lowerBound, count: count).multiples(in: domain)
  }

  /// 2, 3, … 9 times each power of ten: small ticks on a logarithmic axis of a few decades.
  var minorValues: [Double] {
    guard spacing == .log, decadesAround.count <= 9 else { return [] }
    return decadesAround.flatMap { exponent in
      (2...9).map { NiceStep(mantissa: Double($0), exponent: exponent).size }
    }.filter(domain.contains)
  }

  /// Exponents of the powers of ten in the domain.
  private var decades: [Int] {
    decadesAround.filter { domain.contains(pow(10, Double($0))) }
  }

  private var decadesAround: [Int] {
    Array(Int(floor(log10(domain.lowerBound)))...Int(ceil(log10(domain.upperBound))))
  }
}

extension NiceStep {
  init(mantissa: Double, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }
}
