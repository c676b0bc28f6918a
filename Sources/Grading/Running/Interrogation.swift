import Foundation

/// What a submission's program answers to questions.
struct Interrogation: Sendable {
  enum Reply: Sendable, Hashable {
    case numbers([Double])
    case threw(String)
  }

  /// One for each question, as far as it came.
  private(set) var replies: [Reply] = []
  /// Why it came no further.
  private(set) var problem: RunProblem?
  /// What the functions printed.
  private(set) var printed = ""
  /// Whether files, network and other processes were out of reach.
  private(set) var isClosed = false

  /// Asks a program in a process of its own.
  init(
    of program: URL, _ id: ExerciseID, _ questions: [Question], in place: Workplace, _ confinement: Confinement,
    _ limits: GradingLimits
  ) async throws(GradingError) {
    let lines = questions.map { $0.numbers.map(\.description).joined(separator: " ") }
    let name = "questions\(id).txt"
    try place.write(([id.description] + lines).joined(separator: "\n") + "\n", to: name)
    let process = ChildProcess(
      command: confinement.command(program, limits), environment: Confinement.environment, folder: place.folder,
      input: place[name], limits: .init(seconds: limits.patience, bytes: limits.output))
    try read(try await process.run(), questions.count, confinement, limits)
  }

  private mutating func read(
    _ outcome: ChildProcess.Outcome, _ count: Int, _ confinement: Confinement, _ limits: GradingLimits
  ) throws(GradingError) {
    let crash = Crash(outcome)
    printed = crash.printed
    var lines = outcome.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let unfinished = lines.popLast()
    guard let ready = lines.first, ready == "ready closed" || ready == "ready open" else {
      throw .cannotStart(String(decoding: outcome.complaint.prefix(400), as: UTF8.self))
    }
    isClosed = confinement.isClosed || ready == "ready closed"
    let parsed = lines.dropFirst().prefix(count).map(Self.reply)
    replies = parsed.prefix { $0 != nil }.compactMap(\.self)
    let isWhole = replies.count == count && lines.dropFirst(count + 1) == ["done"] && unfinished?.isEmpty == true
    let isGarbled = replies.count < parsed.count || replies.count == count && !isWhole
    problem =
      switch outcome.end {
      case .ranTooLong: .ranTooLong(seconds: limits.patience)
      case .wroteTooMuch: .printedTooMuch(bytes: limits.output)
      case .exited(0) where isWhole: nil
      case .exited, .signalled:
        crash.problem(limits) ?? (isGarbled ? .garbled : .leftEarly(answered: replies.count, of: count))
      }
  }

  /// `answer 0.31 2`; nil for anything else.
  private static func reply(_ line: String) -> Reply? {
    if line.hasPrefix("threw ") { return .threw(String(line.dropFirst(6))) }
    let words = line.split(separator: " ")
    guard words.first == "answer" else { return nil }
    let numbers = words.dropFirst().map { Double($0) }
    return numbers.contains(nil) ? nil : .numbers(numbers.compactMap(\.self))
  }
}
