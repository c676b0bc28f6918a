import Localization
import Tensors

/// What of a model's parameters a file has: by name and by shape.
public struct WeightMatch: Sendable, Hashable {
  /// What stands before every name in the file and not in the model: `model.`, `module.`, or nothing.
  public let prefix: String
  /// Names of the model that the file has in the right shape.
  public let fitting: [String]
  /// Names of the model that the file does not have.
  public let missing: [String]
  /// Names of the file that the model does not have.
  public let extra: [String]
  public let misshapen: [Misshapen]
  /// Names of the file that may be meant by the first of the missing ones.
  public let suggestions: [String: String]
  /// The path of the file.
  public let file: String

  /// A name that the file has in another shape.
  public struct Misshapen: Sendable, Hashable {
    public let name: String
    public let expected: [Int], found: [Int]
  }

  /// Whether the file has all that the model needs. It may have more, such as `num_batches_tracked`.
  public var isComplete: Bool { missing.isEmpty && misshapen.isEmpty }

  /// How many names of a kind are shown, and have others suggested.
  static let shownCount = 2
}

extension WeightFile {
  /// Compares the file's names and shapes with those that a model expects.
  ///
  /// - Parameter expected: the shape of each parameter by its name.
  public func match(_ expected: [String: [Int]]) -> WeightMatch {
    let prefix = prefix(for: expected)
    var fitting: [String] = [], missing: [String] = [], misshapen: [WeightMatch.Misshapen] = []
    for (name, shape) in expected.sorted(by: { $0.key < $1.key }) {
      switch self[prefix + name]?.shape {
      case nil: missing.append(name)
      case shape?: fitting.append(name)
      case let found?: misshapen.append(.init(name: name, expected: shape, found: found))
      }
    }
    let extra = names.filter { !$0.hasPrefix(prefix) || expected[String($0.dropFirst(prefix.count))] == nil }
    var suggestions: [String: String] = [:]
    for name in missing.prefix(WeightMatch.shownCount) {
      suggestions[name] = nearest(to: name, among: extra.lazy.filter { self[$0]?.shape == expected[name] })
    }
    return WeightMatch(
      prefix: prefix, fitting: fitting, missing: missing, extra: extra, misshapen: misshapen, suggestions: suggestions,
      file: path)
  }

  /// Gives every parameter that a model expects to `use`, one after the other.
  ///
  /// - Throws: `WeightError` that says which are missing or of another shape, before any is given.
  public func load<Scalar: TensorScalar>(
    _ expected: [String: [Int]], as scalar: Scalar.Type, _ use: (String, Tensor<Scalar>) -> Void
  ) throws(WeightError) {
    let match = match(expected)
    guard match.isComplete else { throw WeightError(.doesNotFit(match), file: path) }
    for name in match.fitting { use(name, try tensor(named: match.prefix + name, of: scalar)) }
  }

  /// What has to stand before the model's names so that the most of them are in the file. Tried are the dots of a name in the
  /// file, as long as what is behind them is a name of the model.
  private func prefix(for expected: [String: [Int]]) -> String {
    guard !expected.keys.contains(where: { self[$0] != nil }) else { return "" }
    var counts: [String: Int] = [:]
    for name in names {
      for (place, _) in zip(name.indices, name).lazy.filter({ $1 == "." }).prefix(4) {
        let start = name.index(after: place)
        if expected[String(name[start...])] != nil { counts[String(name[..<start]), default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }
}
