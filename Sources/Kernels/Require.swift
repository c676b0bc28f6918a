/// Ends the program where a rule that every caller can keep is broken, and prints both values.
///
/// ```swift
/// require(targets.count, ==, logits.count, "one target for each logit")
/// // Fatal error: one target for each logit: found 3, against 4
/// ```
///
/// For the programmer's errors only; what a reader or an author can get wrong throws. `precondition` would lose its text
/// in the optimised builds that all of us run.
///
/// - Parameters:
///   - found: the value in question.
///   - holds: how it has to stand to `expected`; a comparison with NaN does not hold.
///   - rule: what is right, in words.
@inlinable
@inline(__always)
public func require<Value>(
  _ found: Value, _ holds: (Value, Value) -> Bool, _ expected: Value, _ rule: StaticString,
  file: StaticString = #fileID, line: UInt = #line
) {
  if !holds(found, expected) {
    breakRule(rule, "found \(found), against \(expected)", file, line)
  }
}

/// Ends the program where a value lies outside its range (NaN lies outside every range), and prints both.
///
/// ```swift
/// require(alpha, in: 0...1, "alpha is a weight")   // Fatal error: alpha is a weight: found 2.0, expected 0.0...1.0
/// ```
@inlinable
@inline(__always)
public func require<Value: Comparable>(
  _ found: Value, in range: ClosedRange<Value>, _ rule: StaticString,
  file: StaticString = #fileID, line: UInt = #line
) {
  if !range.contains(found) {
    breakRule(rule, "found \(found), expected \(range)", file, line)
  }
}

/// Out of line, so that a check that holds costs one comparison.
@usableFromInline
@inline(never)
func breakRule(_ rule: StaticString, _ values: @autoclosure () -> String, _ file: StaticString, _ line: UInt) -> Never {
  fatalError("\(rule): \(values())", file: file, line: line)
}
