import ArgumentParser
import Localization

extension Option where Value == Double {
  /// A real number within `range`, which is also shown in the help.
  public init(wrappedValue: Double, in range: ClosedRange<Double>, ko: String, en: String) {
    let help = ArgumentHelp(ko: ko, en: en, in: range.words(byDefault: wrappedValue))
    self.init(wrappedValue: wrappedValue, parsing: .unconditional, help: help) { text throws(ParameterError) in
      guard let number = Double(text) else { throw .notANumber }
      guard range.contains(number) else { throw .outside(range.words) }
      return number
    }
  }
}

extension Option where Value == Int {
  /// A whole number within `range`, which is also shown in the help.
  public init(wrappedValue: Int, in range: ClosedRange<Int>, ko: String, en: String) {
    let help = ArgumentHelp(ko: ko, en: en, in: range.words(byDefault: wrappedValue))
    self.init(wrappedValue: wrappedValue, parsing: .unconditional, help: help, transform: range.number)
  }
}

extension ClosedRange<Int> {
  /// The whole number that a reader typed.
  @Sendable fileprivate func number(_ text: String) throws(ParameterError) -> Int {
    guard let number = Int(text) else { throw .notAWholeNumber }
    guard contains(number) else { throw .outside(words) }
    return number
  }
}

extension Option where Value == String {
  /// The path of a file, which has to be there.
  package init(file kind: String, ko: String, en: String) {
    self.init(help: .init(ko: ko, en: en, in: kind), transform: path)
  }
}

@Sendable private func path(_ text: String) throws(ParameterError) -> String {
  guard !text.isEmpty else { throw .emptyFile }
  return text
}

extension Option where Value == String? {
  /// The path of a file, or nothing.
  public init(file kind: String, ko: String, en: String) {
    self.init(help: .init(ko: ko, en: en, in: kind), transform: path)
  }
}

extension Option {
  /// A whole number within `range`, or nothing where the reader leaves it to the program.
  package init(in range: ClosedRange<Int>, ko: String, en: String) where Value == Int? {
    self.init(
      parsing: .unconditional, help: .init(ko: ko, en: en, in: range.words), transform: range.number)
  }

  /// One of the names of `Value`, which the help lists.
  package init(wrappedValue: Value, ko: String, en: String)
  where Value: CaseIterable & RawRepresentable<String> & Sendable {
    self.init(
      wrappedValue: wrappedValue, parsing: .unconditional,
      help: .init(ko: ko, en: en, in: Value.names.joined(separator: ", ")),
      transform: Value.named)
  }

  /// One of the names of `Choice`, or nothing where the reader leaves it to the program.
  package init<Choice>(ko: String, en: String)
  where Choice: CaseIterable & RawRepresentable<String> & Sendable, Value == Choice? {
    self.init(
      parsing: .unconditional, help: .init(ko: ko, en: en, in: Choice.names.joined(separator: ", ")),
      transform: Choice.named)
  }
}

extension CaseIterable where Self: RawRepresentable<String> & Sendable {
  package static var names: [String] { allCases.map(\.rawValue) }

  @Sendable package static func named(_ name: String) throws(ParameterError) -> Self {
    guard let choice = Self(rawValue: name.lowercased()) else {
      throw .noneOf(names, nearest: nearestName(to: name, among: names))
    }
    return choice
  }
}

extension ArgumentHelp {
  /// Help in the reader's language, with what may be typed.
  package init(ko: String, en: String, in range: String? = nil) {
    self.init(Bilingual(ko: ko, en: en)[.ofThisProcess] + (range.map { " (\($0))" } ?? ""))
  }
}
