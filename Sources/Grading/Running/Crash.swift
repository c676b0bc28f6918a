import Foundation

/// How a program ended that nobody here stopped: by which signal, what its functions had printed, and the Swift runtime's last
/// words.
struct Crash {
  let printed: String
  /// nil where it ended by itself.
  private let signal: Int32?
  private let words: String?
  private let duration: Duration

  init(_ outcome: ChildProcess.Outcome) {
    var text = String(decoding: outcome.complaint, as: UTF8.self)
    let wrapper = text.range(of: "unshare: ", options: .backwards)
    signal =
      switch outcome.end {
      case .signalled(let signal): Int32(signal)
      // unshare cannot end itself as its program was ended, by a signal that cannot be caught.
      case .exited(1) where wrapper != nil, .exited(128 + Int(SIGKILL)): SIGKILL
      default: nil
      }
    if let wrapper, signal == SIGKILL { text.removeSubrange(wrapper.lowerBound...) }
    let mark = text.range(of: "Fatal error: ", options: .backwards)
    words = mark.map { String(text[$0.upperBound...].prefix { !$0.isNewline }.prefix(200)) }
    // The runtime puts file and line before its words: `Swift/ContiguousArrayBuffer.swift:692: `
    let own = mark.map { text[..<$0.lowerBound] }.map { $0[..<($0.lastIndex(where: \.isNewline) ?? $0.startIndex)] }
    printed = String(own ?? text[...])
    duration = outcome.duration
  }

  /// Why it was ended; nil where it ended by itself.
  func problem(_ limits: GradingLimits) -> RunProblem? {
    switch signal {
    case nil: nil
    // The kernel's limit on time.
    case SIGXCPU: .ranTooLong(seconds: limits.seconds)
    case SIGKILL where duration > .seconds(limits.seconds) * 0.8: .ranTooLong(seconds: limits.seconds)
    case SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS: stop(limits)
    case .some(let signal): .ended(signal: Int(signal))
    }
  }

  private func stop(_ limits: GradingLimits) -> RunProblem {
    guard let words else {
      // Arithmetic traps without a word, and so does a stack that is full.
      return signal == SIGSEGV || signal == SIGBUS ? .trapped(.stackOverflow) : .trapped(.overflow)
    }
    if words.contains("allocate") { return .tookTooMuchMemory(bytes: limits.memory) }
    let known = Self.known.first { words.localizedCaseInsensitiveContains($0.words) }
    return .trapped(known?.trap ?? .other(words))
  }

  private static let known: [(words: String, trap: RunProblem.Trap)] = [
    ("index out of range", .indexOutOfRange), ("out of bounds", .indexOutOfRange),
    ("unexpectedly found nil", .foundNil),
    ("division by zero", .divisionByZero), ("cannot be converted to Int", .impossibleConversion),
    ("requires lowerBound <= upperBound", .invalidRange), ("overflow", .overflow),
  ]
}
