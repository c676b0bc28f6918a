import Localization

extension Refusal: BilingualError {
  public var message: Bilingual {
    switch self {
    case .importsBook(let module, let line):
      Bilingual(
        ko: "\(line)번째 줄의 import \(module): 이 모듈이 바로 책의 답입니다. 그 줄을 지우고 직접 계산하십시오.",
        en:
          "Line \(line), import \(module): that module is the book's own answer. Remove the line and compute it yourself."
      )
    case .imports(let module, let line):
      Bilingual(
        ko: "\(line)번째 줄의 import \(module): 연습 문제에서는 Foundation만 쓸 수 있습니다. 그 줄을 지우십시오.",
        en: "Line \(line), import \(module): exercises import Foundation only. Remove the line.")
    case .reachesOutside(let what, let line):
      Bilingual(
        ko: "\(line)번째 줄의 \(what): 함수를 쓰는 데 필요 없고 채점을 벗어나는 표현이라 받지 않습니다. 지우십시오.",
        en: "Line \(line), \(what): not accepted, as it reaches outside of the exercise. Remove it.")
    case .tooLarge(let limit):
      Bilingual(
        ko: "파일이 \(limit >> 20)MB보다 큽니다. Exercises.swift에는 함수만 두십시오.",
        en: "The file is larger than \(limit >> 20) MB. Keep only the functions in Exercises.swift.")
    case .encoding(let encoding): encoding.message
    case .missing(let file):
      Bilingual(
        ko: "\(file) 파일이 없거나 읽을 수 없습니다. 파일이 제자리에 있는지 보십시오.",
        en: "\(file) is missing or cannot be read. See whether it is in its place.")
    }
  }
}

extension TextEncoding {
  /// What the file looks like, and how to save it again.
  public var message: Bilingual {
    switch self {
    case .utf16:
      Bilingual(
        ko: "파일이 UTF-16으로 저장된 것으로 보입니다. 편집기의 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 골라 다시 저장하십시오.",
        en: "The file looks like UTF-16. Save it again as UTF-8, in the editor's “Save as” under encoding.")
    case .cp949:
      Bilingual(
        ko: "파일이 CP949(EUC-KR, ‘ANSI’)로 저장된 것으로 보입니다. 편집기의 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 골라 다시 저장하십시오.",
        en:
          "The file looks like CP949 (EUC-KR, “ANSI”). Save it again as UTF-8, in the editor's “Save as” under encoding."
      )
    case .unknown:
      Bilingual(
        ko: "파일이 UTF-8로 된 글이 아닙니다. 편집기에서 인코딩을 UTF-8로 골라 다시 저장하십시오.",
        en: "The file is not a text in UTF-8. Save it again as UTF-8.")
    }
  }
}
