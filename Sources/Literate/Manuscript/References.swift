import Localization

/// What prose may refer to besides the chapter's own results.
public struct References: Sendable {
  /// Facts of the paper by name: `hundredTimes`.
  public var paper: [String: PaperFact]
  /// Remarks on the slides by id: `002-14`.
  public var slides: [String: SlideRemark]
  /// Terms that the prose does not use, except where somebody is quoted in “…”.
  public var avoided: [AvoidedTerm]
  /// Exercises by id: `3.2`.
  public var exercises: [String: ExerciseReference]

  public init(
    paper: [String: PaperFact] = [:], slides: [String: SlideRemark] = [:], avoided: [AvoidedTerm] = [],
    exercises: [String: ExerciseReference] = [:]
  ) {
    self.paper = paper
    self.slides = slides
    self.avoided = avoided
    self.exercises = exercises
  }
}

/// An exercise, and where its words stand.
public struct ExerciseReference: Sendable, Hashable {
  public var title: Bilingual
  /// The file with its words, from the root, and the place in it: `chapters/3-…/exercises.en.md#32-…`.
  public var place: Bilingual

  public init(title: Bilingual, place: Bilingual) {
    (self.title, self.place) = (title, place)
  }
}

/// What the paper says, and where.
public struct PaperFact: Sendable, Hashable {
  public var datum: Datum
  /// `§3.2`, `Table 1(b)`.
  public var place: Bilingual

  public init(_ datum: Datum, place: Bilingual) {
    self.datum = datum
    self.place = place
  }
}

/// A careful reader's remark on one claim of the slides.
public struct SlideRemark: Sendable, Hashable {
  public enum Verdict: String, Sendable, Hashable { case wrong, ambiguous, right }

  public var verdict: Verdict
  /// What its readers call the source, in front of the id: "review", "blog post".
  public var place: Bilingual

  public init(verdict: Verdict, place: Bilingual) {
    self.verdict = verdict
    self.place = place
  }
}

/// A term that the glossary avoids, and what it says instead.
public struct AvoidedTerm: Sendable, Hashable {
  public var term: String
  public var use: Bilingual

  public init(_ term: String, use: Bilingual) {
    self.term = term
    self.use = use
  }
}
