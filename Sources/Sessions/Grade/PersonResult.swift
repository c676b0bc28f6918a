import Grading
import Localization

/// What came of one person's submission.
struct PersonResult: Sendable {
  let person: Person
  /// The name of their feedback, without an ending.
  let file: String
  /// What was looked at; nil where nothing was handed in.
  var handedIn: HandedIn?
  var verdicts: [ExerciseID: Verdict] = [:]
  /// What their functions printed.
  var printed: [ExerciseID: Printed] = [:]
  /// What their programs could reach on this system.
  var warning: Bilingual?
  /// Whether it had been graded before, and nothing has changed since.
  var isKept = false

  var passed: Int { verdicts.values.count { $0.isPassed } }

  func mark(_ id: ExerciseID) -> Mark { verdicts[id].map(Mark.init) ?? .absent }
}

/// A verdict in one sign, for tables.
enum Mark: CaseIterable, Sendable, Hashable {
  case passed
  /// An answer that is not right.
  case wrong
  /// Nothing could be judged: it does not compile, ends, or cannot be read.
  case broken
  case unanswered
  /// Nothing was handed in at all.
  case absent
  /// The grader itself failed.
  case ungraded

  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .passed: .passed
      case .unanswered, .unfinished, .refused(.missing): .unanswered
      case .wrong, .mistake, .wrongChoice, .missed, .law, .counterexample: .wrong
      case .unreadable, .stopped, .notCompiled, .mismatched, .refused: .broken
      case .ungraded: .ungraded
      }
  }

  var sign: String {
    switch self {
    case .passed: "✓"
    case .wrong: "✗"
    case .broken: "!"
    case .unanswered: "·"
    case .absent: "–"
    case .ungraded: "?"
    }
  }

  var name: Bilingual {
    switch self {
    case .passed: Bilingual(ko: "통과", en: "passed")
    case .wrong: Bilingual(ko: "아직 아님", en: "not yet")
    case .broken: Bilingual(ko: "읽거나 실행할 수 없음", en: "cannot be read or run")
    case .unanswered: Bilingual(ko: "답 없음", en: "no answer")
    case .absent: Bilingual(ko: "제출하지 않음", en: "nothing handed in")
    case .ungraded: Bilingual(ko: "채점하지 못함", en: "not graded")
    }
  }
}

extension Verdict {
  /// In a few words, for a cell of a table.
  var brief: Bilingual {
    switch self {
    case .passed: Mark.passed.name
    case .unanswered: Mark.unanswered.name
    case .unfinished: Bilingual(ko: "시작 전", en: "not begun")
    case .unreadable: Bilingual(ko: "읽을 수 없는 답", en: "unreadable answer")
    case .mistake(let name): Bilingual(ko: "실수: \(name)", en: "mistake: \(name)")
    case .wrongChoice(let name): Bilingual(ko: "다른 보기: \(name)", en: "chose \(name)")
    case .wrong: Bilingual(ko: "틀린 값", en: "wrong number")
    case .missed: Bilingual(ko: "조건에 맞지 않음", en: "misses what is asked")
    case .law(let name, _): Bilingual(ko: "법칙: \(name)", en: "law: \(name)")
    case .counterexample: Bilingual(ko: "다른 결과", en: "wrong result")
    case .stopped(let problem, _): problem.brief
    case .notCompiled: Bilingual(ko: "컴파일 오류", en: "does not compile")
    case .mismatched: Bilingual(ko: "함수의 모양이 다름", en: "other signature")
    case .refused(.missing): Bilingual(ko: "파일 없음", en: "no file")
    case .refused: Bilingual(ko: "받지 않음", en: "not accepted")
    case .ungraded: Mark.ungraded.name
    }
  }
}

extension RunProblem {
  var brief: Bilingual {
    switch self {
    case .trapped: Bilingual(ko: "실행 중 멈춤", en: "trapped")
    case .ranTooLong: Bilingual(ko: "시간 초과", en: "ran too long")
    case .tookTooMuchMemory: Bilingual(ko: "메모리 초과", en: "too much memory")
    case .printedTooMuch: Bilingual(ko: "출력 초과", en: "printed too much")
    case .leftEarly: Bilingual(ko: "스스로 끝냄", en: "ended itself")
    case .threw: Bilingual(ko: "오류를 던짐", en: "threw an error")
    case .garbled: Bilingual(ko: "답이 아닌 것을 씀", en: "wrote no answer")
    case .ended: Bilingual(ko: "강제로 끝남", en: "was ended")
    }
  }
}
