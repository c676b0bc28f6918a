import Foundation

/// Builds one person's code so that as many exercises as possible can be asked, whatever is wrong with the others.
///
/// Parts of the file that do not compile are left out, with stubs of the asked functions in their place, and what is left is built
/// again.
struct Builder {
  let source: SubmissionSource
  let model: SubmissionSource
  let tasks: [(id: ExerciseID, task: CodeTask)]
  let compiler: Compiler
  /// Where the module that asks is.
  let runner: Workplace
  /// What is wrong with exercises that cannot be asked.
  private(set) var faults: [ExerciseID: Verdict] = [:]
  private var left: [SubmissionSource.Part: [CompilerMessage]] = [:]

  init(
    _ source: SubmissionSource, model: SubmissionSource, tasks: [(id: ExerciseID, task: CodeTask)], compiler: Compiler,
    runner: Workplace
  ) {
    (self.source, self.model, self.tasks, self.compiler, self.runner) = (source, model, tasks, compiler, runner)
  }

  /// - Returns: the program that can be asked; nil where no exercise can be.
  mutating func build() async throws(GradingError) -> URL? {
    try compiler.place.makeFolder("room")
    // An open bracket puts the errors of one part into the next.
    for part in source.parts where !SubmissionSource.isBalanced(source.text(of: part)) { try await examine(part) }
    while true {
      let asked = tasks.filter { faults[$0.id] == nil }
      guard !asked.isEmpty else { return nil }
      switch try await compile(asked, without: Set(left.keys)) {
      case .built: return compiler.place[Self.program]
      case .complained(let complaints) where blame(complaints): continue
      case .complained(let complaints): try await examineAll(or: complaints.first?.text ?? "")
      case .gaveUp(let words): try await examineAll(or: words)
      }
    }
  }

  /// In a folder of its own, which is all that it will see.
  private static let program = "room/submission"
  private static let file = "Exercises.swift"
  private static let stubs = "Stubs.swift"

  // MARK: - Finding who is to blame

  /// Leaves out the parts that errors lie in; where there are none, the exercises whose calls do not fit.
  /// - Returns: false where nobody is to blame.
  private mutating func blame(_ complaints: [Compiler.Complaint]) -> Bool {
    var found: [SubmissionSource.Part: [CompilerMessage]] = [:]
    for complaint in complaints where complaint.file == Self.file {
      found[source.part(ofLine: complaint.line), default: []].append(source.message(complaint))
    }
    for (part, messages) in found { leave(part, messages) }
    guard found.isEmpty else { return true }
    let unfit = tasks.filter { asked in complaints.contains { $0.file == Glue.file(asked.id) } }
    for (id, task) in unfit {
      let texts = complaints.filter { $0.file == Glue.file(id) }.map(\.text)
      faults[id] = .mismatched(signature: signature(id, task), texts)
    }
    return !unfit.isEmpty
  }

  private func signature(_ id: ExerciseID, _ task: CodeTask) -> String {
    let signatures = model.signatures(of: id)
    return signatures.isEmpty ? task.call : signatures.joined(separator: "\n")
  }

  private mutating func leave(_ part: SubmissionSource.Part, _ messages: [CompilerMessage]) {
    let causes = messages.flatMap { missing(in: $0) }
    left[part] = messages
    let first = Dictionary((causes + messages).map { ($0.line, $0) }) { first, _ in first }
    let shown = Array(first.values.sorted { $0.line < $1.line }.prefix(5))
    for (id, _) in tasks where faults[id] == nil && part == source.part(of: id) { faults[id] = .notCompiled(shown) }
  }

  /// Where a name cannot be found that a part has which was left out: what is wrong there.
  private func missing(in message: CompilerMessage) -> [CompilerMessage] {
    guard let name = message.text.firstMatch(of: /^cannot find (?:type )?'(.+?)'/)?.1 else { return [] }
    return left.filter { source.text(of: $0.key).contains(name) }.flatMap(\.value)
  }

  /// Compiles one part alone and leaves it out where that fails.
  private mutating func examine(_ part: SubmissionSource.Part) async throws(GradingError) {
    switch try await compile([], without: Set(source.parts).subtracting([part])) {
    case .built: return
    case .gaveUp: leave(part, [])
    case .complained(let complaints):
      let own = complaints.filter { $0.file == Self.file }.map { source.message($0, in: part) }
      leave(part, own)
    }
  }

  /// Compiles each part alone, to find the one that the compiler cannot cope with. Where that is none, nothing can be asked.
  private mutating func examineAll(or words: String) async throws(GradingError) {
    let count = left.count
    for part in source.parts where left[part] == nil { try await examine(part) }
    guard left.count == count else { return }
    for (id, _) in tasks where faults[id] == nil { faults[id] = .ungraded(.compilerFailed(words)) }
  }

  // MARK: - Compiling

  private func compile(
    _ asked: [(id: ExerciseID, task: CodeTask)], without parts: Set<SubmissionSource.Part>
  ) async throws(GradingError) -> Compiler.Outcome {
    let place = compiler.place
    // Lines keep their numbers. What is imported behind a bracket that is left open is not seen.
    let text = source.text(without: parts)
    try place.write(
      text.hasPrefix("\n") ? "import Foundation" + text : text + "\nimport Foundation\n", to: Self.file)
    try place.write(
      "import Foundation\n" + parts.map { model.standIn(for: $0) }.joined(separator: "\n"), to: Self.stubs)
    for (id, task) in asked { try place.write(Glue.call(id, task), to: Glue.file(id)) }
    try place.write(Glue.entry(asked.map(\.id)), to: Glue.entry)
    return try await compiler.build(
      [Self.file, Self.stubs, Glue.entry] + asked.map { Glue.file($0.id) }, with: runner, to: Self.program)
  }
}
