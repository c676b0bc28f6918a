import Localization

/// What keeps a figure from being drawn: which figure, what is wrong, and what to change.
public struct PlottingError: BilingualError, Equatable {
  public enum Problem: Sendable, Equatable {
    /// A scene of this size cannot be laid out.
    case size(Size)
    /// An axis whose range is empty, or not finite.
    case emptyRange(axis: AxisName, lower: Double, upper: Double)
    /// A logarithmic axis that does not start above zero.
    case logRange(axis: AxisName, lower: Double)
    /// A value that has no logarithm, on a logarithmic axis.
    case logValue(axis: AxisName, value: Double)
    /// A band axis without categories.
    case noCategories(axis: AxisName)
    /// A label with an opening `$` or `**` that nothing closes.
    case unclosed(String, in: String)
    /// A label with a formula that cannot be read, and why.
    case formula(String, why: Bilingual)
    /// Anything else, as whole sentences: what is wrong and what to change.
    case other(Bilingual)
  }

  /// The figure's name, once it is known: `Figure` fills it in.
  public var figure: String?
  public var problem: Problem

  public init(_ problem: Problem, figure: String? = nil) {
    self.problem = problem
    self.figure = figure
  }

  public var message: Bilingual {
    guard let figure else { return problem.message }
    return Bilingual(ko: "그림 \(figure): \(problem.message.ko)", en: "Figure \(figure): \(problem.message.en)")
  }

  /// The same error, naming `figure` where it names none yet.
  func naming(_ figure: String) -> PlottingError {
    PlottingError(problem, figure: self.figure ?? figure)
  }
}

/// Which of a chart's two axes.
public enum AxisName: String, Sendable, Hashable {
  case x, y
}

extension PlottingError.Problem {
  var message: Bilingual {
    switch self {
    case .size(let size):
      Bilingual(
        ko: "크기(\(size.width) × \(size.height))로는 그릴 수 없습니다. 두 변을 1에서 32768 사이로 정하십시오.",
        en: "cannot be drawn at \(size.width) × \(size.height). Choose both sides between 1 and 32768.")
    case .emptyRange(let axis, let lower, let upper):
      Bilingual(
        ko: "\(axis.rawValue)축의 범위(\(lower)…\(upper))가 비어 있습니다. 유한하고 서로 다른 두 값을 작은 것부터 적으십시오.",
        en: "the range \(lower)…\(upper) of the \(axis.rawValue) axis is empty. "
          + "Give two different finite values, the lower one first.")
    case .logRange(let axis, let lower):
      Bilingual(
        ko: "로그 \(axis.rawValue)축이 \(lower)에서 시작합니다. 범위를 0보다 큰 값에서 시작하거나 선형 축을 쓰십시오.",
        en: "the logarithmic \(axis.rawValue) axis starts at \(lower). Start it above 0, or use a linear axis.")
    case .logValue(let axis, let value):
      Bilingual(
        ko: "로그 \(axis.rawValue)축에는 \(value)의 자리가 없습니다. 0 이하의 값을 빼거나 선형 축을 쓰십시오.",
        en: "the logarithmic \(axis.rawValue) axis has no place for \(value). "
          + "Leave out values that are not above 0, or use a linear axis.")
    case .noCategories(let axis):
      Bilingual(
        ko: "\(axis.rawValue)축에 항목이 없습니다. 항목을 하나 이상 적으십시오.",
        en: "the \(axis.rawValue) axis has no categories. Give it at least one.")
    case .unclosed(let mark, let label):
      Bilingual(
        ko: "글 “\(label)”에서 \(mark) 표시가 닫히지 않았습니다. 닫거나 \\\(mark)로 적으십시오.",
        en: "\(mark) is never closed in the label “\(label)”. Close it, or write \\\(mark).")
    case .formula(let latex, let why):
      Bilingual(
        ko: "수식 “\(latex)”을 고치십시오. \(why.ko)",
        en: "mend the formula “\(latex)”. \(why.en)")
    case .other(let message):
      message
    }
  }
}
