import Localization

extension Verdict {
  /// What is to be said to the reader: the next step first, one or two sentences. What a known mistake or a law means is in the
  /// exercise's own words (`section`), to be shown after it.
  public var message: Bilingual {
    switch self {
    case .passed: Bilingual(ko: "맞았습니다.", en: "Right.")
    case .unanswered:
      Bilingual(ko: "아직 답이 없습니다. answers.txt에 답을 적으십시오.", en: "No answer yet. Write one into answers.txt.")
    case .unfinished:
      Bilingual(
        ko: "아직 시작하지 않은 문제입니다. Exercises.swift의 TODO를 채우십시오.",
        en: "Not begun yet. Fill in the TODO in Exercises.swift.")
    case .unreadable(let problem): problem.message
    case .mistake: Bilingual(ko: "아직 아닙니다.", en: "Not yet.")
    case .wrongChoice:
      Bilingual(ko: "예상과 다릅니다. 직접 돌려 보고 이유를 찾아보십시오.", en: "It turns out otherwise. Run it and find out why.")
    case .wrong:
      Bilingual(ko: "아직 아닙니다. 식에 넣은 수를 하나씩 다시 확인하십시오.", en: "Not yet. Check each number that went into the formula.")
    case .missed:
      Bilingual(
        ko: "이 값으로는 조건이 채워지지 않습니다. 값을 바꾸어 다시 돌려 보십시오.",
        en: "These values do not do what is asked for. Change them and run it again.")
    case .law(_, let examples):
      Bilingual(ko: "지켜야 할 법칙이 깨졌습니다.", en: "A law that has to hold is broken.").adding(examples)
    case .counterexample(let example):
      Bilingual(ko: "아직 결과가 다릅니다.", en: "Not yet the right result.").adding([example])
    case .stopped(let problem, let call): problem.message(at: call)
    case .notCompiled([]):
      Bilingual(
        ko: "컴파일러가 이 부분을 제시간에 읽지 못했습니다. 긴 식을 여러 줄로 나누고 괄호를 줄이십시오.",
        en: "The compiler could not cope with this part in time. Break long expressions up, and use fewer brackets.")
    case .notCompiled(let messages):
      Bilingual(
        ko: "컴파일되지 않습니다. 아래 줄을 고치십시오.", en: "It does not compile. Mend the lines below."
      ).adding(messages)
    case .mismatched(let signature, let messages):
      Bilingual(
        ko: "요구한 모양으로 부를 수 있는 함수가 없습니다. 함수를 이렇게 선언하십시오: \(signature)",
        en: "There is no function that can be called as asked for. Declare it like this: \(signature)"
      ).map { ([$0] + messages).joined(separator: "\n    ") }
    case .refused(let refusal): refusal.message
    case .ungraded(let error): error.message
    }
  }
}

extension Bilingual {
  /// Calls and their results, a line each.
  fileprivate func adding(_ examples: [Verdict.Example]) -> Bilingual {
    examples.reduce(self) { text, example in
      let lines = example.message
      return Bilingual(ko: "\(text.ko)\n\(lines.ko)", en: "\(text.en)\n\(lines.en)")
    }
  }

  /// The compiler's errors with the reader's lines, and what they mean.
  fileprivate func adding(_ messages: [CompilerMessage]) -> Bilingual {
    messages.reduce(self) { text, message in
      let place = "\n\(message.line):\(message.column): \(message.text)\n    \(message.source)"
      return Bilingual(
        ko: text.ko + place + (message.advice.map { "\n  → \($0.ko)" } ?? ""),
        en: text.en + place + (message.advice.map { "\n  → \($0.en)" } ?? ""))
    }
  }
}

extension Verdict.Example {
  /// `focalLoss(logit: 2) gave 0.31, should be 0.127`
  public var message: Bilingual {
    guard let expected else {
      return Bilingual(ko: "\(call)의 결과: \(given)", en: "\(call) gave \(given)")
    }
    return Bilingual(
      ko: "\(call)의 결과: \(given) (올바른 값: \(expected))", en: "\(call) gave \(given), should be \(expected)")
  }
}
