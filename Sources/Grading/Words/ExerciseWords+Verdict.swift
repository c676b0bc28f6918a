import Literate

extension ExerciseWords {
  /// What the exercise has to say of an answer that is not right; nil where it has nothing.
  public func remark(on verdict: Verdict, _ numbers: Numbers) -> ProseReading? {
    switch verdict {
    case .mistake(let name), .wrongChoice(let name): return section(.mistake, name, numbers)
    case .law(let name, _): return section(.law, name, numbers)
    case .missed(let results):
      var shown = numbers
      for (name, result) in results.sorted(by: { $0.key < $1.key }) { shown.value(name, result, .significant(3)) }
      return section(.result, "", shown)
    default: return nil
    }
  }
}
