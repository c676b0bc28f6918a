import Testing

extension ExitTest.Result? {
  /// What the ended program had written to standard error.
  package var said: String { self.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? "" }
}
