import Files
import Grading
import Localization

/// Grades everybody's submissions, several at a time, each whatever comes of the others.
struct GradeRun: Sendable {
  let book: Book
  let record: SessionRecord
  let folder: SubmissionFolder
  let store: ResultStore
  let jobs: Int
  /// The exercises and the model solutions, as digests and texts: what verdicts depend on beside the submissions.
  private let judges: [String]
  /// Grades one chapter of one person's. Tests put their own here.
  let grade: Grade

  typealias Grade =
    @Sendable ([Exercise], Seed, Submission) async -> Graded

  struct Graded: Sendable {
    var verdicts: [ExerciseID: Verdict] = [:]
    var printed: [ExerciseID: Printed] = [:]
    /// What strangers' programs could reach on this system.
    var warning: Bilingual?
  }

  init(
    book: Book, record: SessionRecord, folder: SubmissionFolder, store: ResultStore, jobs: Int,
    grade: Grade? = nil
  ) {
    (self.book, self.record, self.folder, self.store, self.jobs) = (book, record, folder, store, jobs)
    let exercises = book.exercises(record.exercises)
    judges =
      exercises.map(\.digest)
      + Set(exercises.map(\.id.chapter)).sorted().compactMap { book.sources(of: $0)?.model.text }
    self.grade =
      grade ?? { exercises, seed, submission in
        guard let model = exercises.first.flatMap({ book.sources(of: $0.id.chapter)?.model }) else { return Graded() }
        let report = await Grader(model: model).grade(exercises, for: seed, submission)
        return Graded(verdicts: report.verdicts, printed: report.printed, warning: report.warning)
      }
  }

  /// - Parameter told: is given each result as soon as it is on disk.
  /// - Returns: results in the order of the people; where the task is cancelled, those that are on disk.
  func results(told: (PersonResult) throws -> Void) async throws -> [PersonResult] {
    var results: [Int: PersonResult] = [:]
    try await withThrowingTaskGroup(of: (Int, PersonResult)?.self) { group in
      var next = record.people.indices.makeIterator()
      func start() {
        guard !Task.isCancelled, let index = next.next() else { return }
        group.addTask { try await result(of: index).map { (index, $0) } }
      }
      for _ in 0..<max(jobs, 1) { start() }
      while let finished = try await group.next() {
        if let (index, result) = finished {
          results[index] = result
          try told(result)
        }
        start()
      }
    }
    return results.sorted { $0.key < $1.key }.map(\.value)
  }

  /// - Returns: nil where the task is cancelled before all is graded.
  private func result(of index: Int) async throws -> PersonResult? {
    let entry = record.people[index]
    var result = PersonResult(person: entry.person, file: entry.folder)
    guard !folder.entries[index].isEmpty else { return result }
    let exercises = book.exercises(record.exercises)
    let handedIn = SubmissionReader(folder, exercises, book).read(folder.entries[index], of: entry.person)
    result.handedIn = handedIn
    let chapters = Set(exercises.map(\.id.chapter)).sorted()
    let digest = handedIn.digest(entry.person.seed, judges: judges)
    if let kept = store.entry(entry.folder, digest: digest) {
      result.take(verdicts: kept.verdicts, printed: kept.printed)
      result.isKept = true
    } else {
      for chapter in chapters {
        let own = exercises.filter { $0.id.chapter == chapter }
        let report = await grade(own, entry.person.seed, handedIn.submission(for: chapter))
        result.verdicts.merge(report.verdicts) { $1 }
        result.printed.merge(report.printed) { $1 }
        result.warning = result.warning ?? report.warning
      }
      guard !Task.isCancelled else { return nil }
      try store.save(
        .init(
          digest: digest, verdicts: Dictionary(uniqueKeysWithValues: result.verdicts.map { ("\($0.key)", $0.value) }),
          printed: Dictionary(uniqueKeysWithValues: result.printed.map { ("\($0.key)", $0.value) })), entry.folder)
    }
    let feedback = Feedback(book: book, record: record, result: result)
    try AtomicFile.write(Array(feedback.markdown.utf8), to: "\(store.out)/\(Feedback.folder)/\(entry.folder).md")
    return result
  }
}

extension PersonResult {
  fileprivate mutating func take(verdicts: [String: Verdict], printed: [String: Printed]) {
    for (name, verdict) in verdicts { if let id = ExerciseID(name) { self.verdicts[id] = verdict } }
    for (name, text) in printed { if let id = ExerciseID(name) { self.printed[id] = text } }
  }
}
