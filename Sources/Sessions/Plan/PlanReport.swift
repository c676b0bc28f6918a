import Grading
import Literate
import Localization

/// A plan as a table, and what to change about it.
struct PlanReport {
  let plan: SessionPlan
  let title: (ExerciseID) -> String
  let language: Language

  var text: String {
    let header = [
      Bilingual(ko: "문제", en: "id"), Bilingual(ko: "제목", en: "title"), Bilingual(ko: "수준", en: "level"),
      Bilingual(ko: "종류", en: "kind"), Bilingual(ko: "분", en: "min"), Bilingual(ko: "먼저 할 것", en: "needs first"),
    ].map { $0[language] }
    let rows = plan.exercises.map { exercise in
      [
        "\(exercise.id)", title(exercise.id), exercise.level.name[language], exercise.task.kind[language],
        "\(exercise.minutes)", needs(of: exercise),
      ]
    }
    let table = TextTable(sides: [.left, .left, .left, .left, .right, .left], rows: [header] + rows).text
    return ([table, ""] + remarks.map { $0[language] }).joined(separator: "\n")
  }

  private func needs(of exercise: Exercise) -> String {
    let needs = plan.needs(of: exercise)
    guard !needs.isEmpty else { return "–" }
    return needs.map { id, need in
      switch need {
      case .before: "\(id) ✓"
      case .later: Bilingual(ko: "\(id) (뒤에 있음)", en: "\(id) (comes later)")[language]
      case .missing: Bilingual(ko: "\(id) (계획에 없음)", en: "\(id) (not in the plan)")[language]
      }
    }.joined(separator: ", ")
  }

  private var remarks: [Bilingual] {
    [total] + [advice, order, missing].compactMap(\.self)
  }

  private var total: Bilingual {
    let minutes = plan.minutes
    guard let budget = plan.budget, let excess = plan.excess else {
      return Bilingual(ko: "모두 \(minutes)분입니다.", en: "\(minutes) minutes in all.")
    }
    return switch excess {
    case 0:
      Bilingual(
        ko: "모두 \(minutes)분: 정한 \(budget)분에 꼭 맞습니다.", en: "\(minutes) minutes: exactly the \(budget) there are.")
    case 1...:
      Bilingual(
        ko: "모두 \(minutes)분: 정한 \(budget)분보다 \(excess)분 깁니다.",
        en: "\(minutes) minutes: \(excess) more than the \(budget) there are.")
    default:
      Bilingual(
        ko: "모두 \(minutes)분: 정한 \(budget)분에서 \(-excess)분이 남습니다.",
        en: "\(minutes) of \(budget) minutes: \(-excess) are left.")
    }
  }

  private var advice: Bilingual? {
    let out = plan.leftOut, more = plan.additions
    if !out.isEmpty {
      let saved = out.reduce(0) { $0 + $1.minutes }
      return Bilingual(
        ko: "\(list(out).with("을/를")) 빼면 \(plan.minutes - saved)분이 됩니다.",
        en: "Without \(list(out)) it would be \(plan.minutes - saved).")
    }
    guard !more.isEmpty else { return nil }
    return Bilingual(ko: "더 넣을 만한 것: \(timed(more, "분"))", en: "There is room for one of: \(timed(more, " min"))")
  }

  private var order: Bilingual? {
    let late = plan.exercises.filter { plan.needs(of: $0).contains { $0.need == .later } }
    guard !late.isEmpty else { return nil }
    return Bilingual(
      ko: "\(list(late)): 먼저 할 것이 뒤에 있습니다. 순서를 바꾸십시오.",
      en: "\(list(late)): what is needed first comes later. Change the order.")
  }

  private var missing: Bilingual? {
    let missing = plan.missing
    guard !missing.isEmpty else { return nil }
    return Bilingual(
      ko: "먼저 할 것이 계획에 없습니다: \(timed(missing, "분")). 넣거나, 모임 전에 풀어 오게 하십시오.",
      en:
        "Needed first, but not in the plan: \(timed(missing, " min")). Add them, or have them done before the session.")
  }

  private func list(_ exercises: [Exercise]) -> String { exercises.map { "\($0.id)" }.joined(separator: ", ") }

  private func timed(_ exercises: [Exercise], _ unit: String) -> String {
    exercises.map { "\($0.id) (\($0.minutes)\(unit))" }.joined(separator: ", ")
  }
}
