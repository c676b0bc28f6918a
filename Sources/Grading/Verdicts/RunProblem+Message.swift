import Localization

extension RunProblem {
  /// What the program did, and what to look at.
  /// - Parameter call: the call in which it happened, where that is known.
  func message(at call: String?) -> Bilingual {
    let place = call.map { Bilingual(ko: " 이때의 호출: \($0)", en: " The call: \($0)") } ?? ""
    return Bilingual(ko: words.ko + place.ko, en: words.en + place.en)
  }

  private var words: Bilingual {
    switch self {
    case .trapped(let trap): trap.words
    case .ranTooLong(let seconds):
      Bilingual(
        ko: "\(seconds)초 안에 끝나지 않아 멈췄습니다. 끝나지 않는 반복이 있는지 보십시오.",
        en: "Stopped after \(seconds) seconds. See whether a loop never ends.")
    case .tookTooMuchMemory(let bytes):
      Bilingual(
        ko: "메모리를 \(bytes >> 20)MB 넘게 쓰려다 멈췄습니다. 배열이 끝없이 길어지지 않는지 보십시오.",
        en: "Stopped as it wanted more than \(bytes >> 20) MB of memory. See whether an array grows without end.")
    case .printedTooMuch(let bytes):
      Bilingual(
        ko: "\(bytes >> 20)MB 넘게 출력해 멈췄습니다. 반복 안의 print를 지우십시오.",
        en: "Stopped after it printed \(bytes >> 20) MB. Remove the print inside the loop.")
    case .leftEarly(let answered, let count):
      Bilingual(
        ko: "질문 \(count)개 가운데 \(answered)개에만 답하고 스스로 끝났습니다. exit을 부르지 말고 값을 돌려주십시오.",
        en: "It ended itself after \(answered) of \(count) questions. Return a value instead of calling exit.")
    case .threw(let error):
      Bilingual(
        ko: "함수가 오류를 던졌습니다: \(error). 이 입력에서도 값을 돌려주십시오.",
        en: "The function threw an error: \(error). Return a value for this input, too.")
    case .garbled:
      Bilingual(
        ko: "답이 나가는 통로에 다른 것이 섞였습니다. 파일이나 파일 번호에 직접 쓰지 말고 값을 돌려주십시오.",
        en: "Something else got between the answers. Return a value; do not write to files or file descriptors.")
    case .ended(let signal):
      Bilingual(
        ko: "시스템의 신호 \(signal)번으로 끝났습니다. 메모리나 프로세스를 직접 다루는 코드를 지우십시오.",
        en: "The system ended it with signal \(signal). Remove code that handles memory or processes itself.")
    }
  }
}

extension RunProblem.Trap {
  fileprivate var words: Bilingual {
    switch self {
    case .indexOutOfRange:
      Bilingual(
        ko: "배열의 범위를 벗어난 번호를 읽다가 멈췄습니다(Index out of range). 번호가 0부터 count − 1까지인지 보십시오.",
        en: "It stopped at an index outside of the array (Index out of range). Indices go from 0 to count − 1.")
    case .overflow:
      Bilingual(
        ko: "정수 계산이 담을 수 있는 범위를 넘어 멈췄습니다. Double로 계산하거나 범위를 먼저 확인하십시오.",
        en: "Arithmetic on whole numbers left their range. Compute with Double, or check the range first.")
    case .foundNil:
      Bilingual(
        ko: "값이 없는(nil) 옵셔널을 !로 열다가 멈췄습니다. if let이나 ??로 nil일 때를 정하십시오.",
        en: "It stopped as ! opened an optional that was nil. Say with if let or ?? what happens then.")
    case .divisionByZero:
      Bilingual(
        ko: "정수를 0으로 나누다가 멈췄습니다. 나누는 수가 0일 때를 먼저 다루십시오.",
        en: "It stopped dividing a whole number by zero. Handle zero first.")
    case .impossibleConversion:
      Bilingual(
        ko: "정수가 될 수 없는 Double(NaN, 무한대, 너무 큰 수)을 Int로 바꾸다가 멈췄습니다. 바꾸기 전에 값을 확인하십시오.",
        en:
          "It stopped turning a Double that is no whole number (NaN, infinite, too large) into an Int. Check it first.")
    case .invalidRange:
      Bilingual(
        ko: "끝이 시작보다 앞선 범위를 만들다가 멈췄습니다. 개수가 0이거나 음수일 때를 보십시오.",
        en: "It stopped making a range whose end lies before its start. See what happens for counts of zero or less.")
    case .stackOverflow:
      Bilingual(
        ko: "쓸 수 없는 메모리를 건드려 멈췄습니다. 대개 함수가 자기 자신을 끝없이 불러 스택이 넘칠 때 생깁니다.",
        en:
          "It touched memory that is not its own. Most often a function calls itself without end, and the stack overflows."
      )
    case .other(let words):
      Bilingual(ko: "실행 중에 멈췄습니다: \(words).", en: "It stopped while running: \(words).")
    }
  }
}
