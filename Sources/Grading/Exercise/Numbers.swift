import Kernels
import Literate

/// The numbers of one exercise as one person gets them. Its words show them as `{{value name}}`.
public struct Numbers: Sendable {
  public private(set) var names: [String] = []
  private var data: [String: Datum] = [:]

  public init() {}

  /// A number that the words show; one that is given is to be exact in its format, since a reader computes with what they see.
  @discardableResult
  public mutating func value(_ name: String, _ number: Double, _ format: Format) -> Double {
    if data.updateValue(.number(number, format), forKey: name) == nil { names.append(name) }
    return number
  }

  /// A whole number that the words show.
  @discardableResult
  public mutating func value(_ name: String, _ number: Int) -> Int {
    value(name, Double(number), .integer)
    return number
  }

  public subscript(name: String) -> Datum? { data[name] }
}

extension SplitMix64 {
  /// One of the elements, each as likely as the others; there has to be one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[index(below: elements.count)] }

  /// A whole number of the range.
  public mutating func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + index(below: range.count) }
}
