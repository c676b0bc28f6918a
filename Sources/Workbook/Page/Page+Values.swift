import Literate

extension Page {
  /// Several numbers of one format: `page.values(.percent(1), ["hits": hits, "misses": misses])`.
  public func values(_ format: Format, _ numbers: KeyValuePairs<String, Double>, line: Int = #line) {
    for (name, number) in numbers { value(name, number, format, line: line) }
  }

  /// Several whole numbers.
  public func values(_ counts: KeyValuePairs<String, Int>, line: Int = #line) {
    for (name, count) in counts { value(name, count, line: line) }
  }
}
