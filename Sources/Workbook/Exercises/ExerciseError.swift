import Localization

/// Why a command about exercises cannot be done.
package enum ExerciseError: BilingualError {
  /// The chapter has none.
  case none(String)
  case unknown(String, nearest: String?, product: String)
  /// It is another chapter's.
  case elsewhere(String, product: String)
  /// An answer was typed where a function is to be written.
  case surplusAnswer(String, check: String)
  case needsExercise(String)
  case unknownOption(String)
  /// The reader's own folder is not there; `copy` is what would go into it.
  case noFolder(String, copy: String)

  package var message: Bilingual {
    switch self {
    case .none(let product):
      Bilingual(ko: "\(product)에는 연습문제가 없습니다.", en: "\(product) has no exercises.")
    case .unknown(let text, let nearest, let product):
      Bilingual(
        ko: "이 장에 없는 문제입니다: ‘\(text)’." + (nearest.map { " 혹시 \($0)입니까?" } ?? "")
          + " 목록: swift run \(product) exercises",
        en: "This chapter has no exercise “\(text)”." + (nearest.map { " Did you mean \($0)?" } ?? "")
          + " The list: swift run \(product) exercises")
    case .elsewhere(let id, let product):
      Bilingual(
        ko: "다른 장의 문제입니다. 이렇게 실행하십시오: swift run \(product) exercises \(id)",
        en: "That is an exercise of another chapter. Run this: swift run \(product) exercises \(id)")
    case .surplusAnswer(let file, let check):
      Bilingual(
        ko: "함수를 쓰는 문제입니다. \(file)에 쓰고, 답 없이 실행하십시오: \(check)",
        en: "Here you write a function. Write it into \(file), and run this without an answer: \(check)")
    case .needsExercise(let example):
      Bilingual(ko: "어느 문제인지 함께 적으십시오: \(example)", en: "Say for which exercise: \(example)")
    case .unknownOption(let option):
      Bilingual(
        ko: "이 명령에 없는 선택 사항입니다: \(option). check --help로 확인하십시오.",
        en: "This command has no option \(option). See check --help.")
    case .noFolder(let folder, let copy):
      Bilingual(
        ko: "\(folder) 폴더가 없습니다. 경로를 확인하거나, 폴더를 만들고 \(copy) 파일을 복사해 넣으십시오.",
        en: "There is no folder \(folder). Check the path, or make the folder and copy \(copy) into it.")
    }
  }
}
