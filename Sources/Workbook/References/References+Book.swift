import Chapters
import Literate

extension References {
  /// What the prose of every chapter may refer to.
  package static func book(in repository: Repository) -> References {
    References(
      paper: Paper.facts,
      slides: Dictionary(uniqueKeysWithValues: SlideClaim.all.map { ($0.id, $0.remark) }),
      avoided: Glossary.avoided, exercises: ExerciseReference.all(in: repository))
  }
}
