extension SubmissionSource {
  /// What can be left out of a file.
  enum Part: Hashable, Sendable {
    case region(ExerciseID)
    /// All lines that belong to no exercise.
    case rest
  }

  var parts: [Part] { [.rest] + regions.map { .region($0.id) } }

  func part(ofLine line: Int) -> Part { regions.first { $0.lines.contains(line) }.map { .region($0.id) } ?? .rest }

  /// Where an exercise's function is to be found.
  func part(of id: ExerciseID) -> Part { self[id] == nil ? .rest : .region(id) }

  func text(of part: Part) -> String { text { $0 == part } }

  func text(without parts: Set<Part>) -> String { text { !parts.contains($0) } }

  /// The file with empty lines for all that is not kept.
  private func text(keeping isKept: (Part) -> Bool) -> String {
    lines.enumerated().map { isKept(part(ofLine: $0 + 1)) ? $1 : "" }.joined(separator: "\n")
  }

  /// What is put in the place of a part that is left out: the same declarations, which do nothing.
  func standIn(for part: Part) -> String {
    switch part {
    case .region(let id): stub(of: id)
    case .rest: text(of: .rest)
    }
  }

  /// An error of the compiler with the reader's line.
  func message(_ complaint: Compiler.Complaint) -> CompilerMessage {
    let line = lines.indices.contains(complaint.line - 1) ? lines[complaint.line - 1] : ""
    let before = String(decoding: line.utf8.prefix(complaint.column - 1), as: UTF8.self)
    let source = String(line.drop(while: \.isWhitespace).prefix(160))
    return CompilerMessage(line: complaint.line, column: before.count + 1, text: complaint.text, source: source)
  }

  /// The same for a part that was compiled alone: what the compiler finds behind its end is told at its last line.
  func message(_ complaint: Compiler.Complaint, in part: Part) -> CompilerMessage {
    guard case .region(let id) = part, let lines = self[id]?.lines, !lines.contains(complaint.line) else {
      return message(complaint)
    }
    let last = lines.last { !self.lines[$0 - 1].allSatisfy(\.isWhitespace) } ?? lines.lowerBound
    return message(Compiler.Complaint(file: complaint.file, line: last, column: 1, text: complaint.text))
  }
}
