/// How much a submission may take of the machine that grades it.
struct GradingLimits: Sendable {
  /// Seconds on the processor for all questions of one exercise.
  var seconds = 3
  /// Seconds as they pass for everybody, for those who sleep.
  var patience = 10
  /// Bytes of memory.
  var memory = 1 << 29
  /// Bytes of standard output and of standard error, each.
  var output = 1 << 20
  /// Seconds on the processor for one compilation, which usually takes half of one.
  var compilation = 15
}
