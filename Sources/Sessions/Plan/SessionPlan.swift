import Grading

/// How long exercises take together, and whether each comes behind what it needs.
struct SessionPlan: Sendable {
  let exercises: [Exercise]
  /// The minutes that there are; nil where nobody said.
  let budget: Int?
  /// All exercises of the book, in order.
  let book: [Exercise]

  var minutes: Int { exercises.reduce(0) { $0 + $1.minutes } }

  /// The minutes beyond the budget; negative where some are left.
  var excess: Int? { budget.map { minutes - $0 } }

  /// How an exercise stands to one that it needs.
  enum Need: Hashable {
    /// It comes before.
    case before
    /// It is in the plan, but only later.
    case later
    case missing
  }

  func needs(of exercise: Exercise) -> [(id: ExerciseID, need: Need)] {
    let place = exercises.firstIndex { $0.id == exercise.id } ?? exercises.endIndex
    return exercise.needs.map { id in
      guard let index = exercises.firstIndex(where: { $0.id == id }) else { return (id, .missing) }
      return (id, index < place ? .before : .later)
    }
  }

  /// What exercises need that is not in the plan, in the book's order.
  var missing: [Exercise] {
    let ids = Set(exercises.flatMap(\.needs)).subtracting(exercises.map(\.id))
    return book.filter { ids.contains($0.id) }
  }

  /// Exercises without which the rest keeps to the budget, as few as possible and of those as short as possible; none that
  /// others of the plan need. Empty where the plan fits, or nothing helps.
  var leftOut: [Exercise] {
    guard var excess, excess > 0 else { return [] }
    var rest = exercises
    var out: [Exercise] = []
    while excess > 0 {
      let needed = Set(rest.flatMap(\.needs))
      let free = rest.filter { !needed.contains($0.id) }
      let shortest = free.filter { $0.minutes >= excess }.min { $0.minutes < $1.minutes }
      guard rest.count > 1, let next = shortest ?? free.max(by: { $0.minutes < $1.minutes }) else { return [] }
      out.append(next)
      rest.removeAll { $0.id == next.id }
      excess -= next.minutes
    }
    return out.sorted { $0.id < $1.id }
  }

  /// Exercises of the plan's chapters for which there is time left, each with what it needs in the plan; at most three.
  var additions: [Exercise] {
    guard let excess, excess < 0 else { return [] }
    let chapters = Set(exercises.map(\.id.chapter)), ids = Set(exercises.map(\.id))
    let free = book.filter {
      chapters.contains($0.id.chapter) && !ids.contains($0.id) && $0.minutes <= -excess && ids.isSuperset(of: $0.needs)
    }
    return Array(free.prefix(3))
  }
}
