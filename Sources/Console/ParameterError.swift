import Localization

/// A value that cannot be used as it was typed.
package enum ParameterError: BilingualError, Equatable {
  case notANumber
  case notAWholeNumber
  case outside(String)
  case notASize(ClosedRange<Int>)
  case emptyPath
  case emptyFile
  case noneOf([String], nearest: String?)

  package var message: Bilingual {
    switch self {
    case .notANumber: Bilingual(ko: "0.5나 1e-3 같은 수를 적으십시오.", en: "Type a number such as 0.5 or 1e-3.")
    case .notAWholeNumber: Bilingual(ko: "1000 같은 정수를 적으십시오.", en: "Type a whole number such as 1000.")
    case .outside(let range):
      Bilingual(ko: "\(range) 안의 값을 적으십시오.", en: "Type a value within \(range).")
    case .notASize(let range):
      Bilingual(
        ko: "1920x1080처럼 너비x높이를 적으십시오. 두 값 모두 \(range.words) 안이어야 합니다.",
        en: "Type width x height, such as 1920x1080, both within \(range.words).")
    case .emptyPath:
      Bilingual(ko: "폴더의 이름을 적으십시오. 현재 폴더에 쓰려면 . 하나를 적으십시오.", en: "Type the name of a folder; . is the one you are in.")
    case .emptyFile: Bilingual(ko: "파일의 경로를 적으십시오.", en: "Type the path of a file.")
    case .noneOf(let names, let nearest):
      Bilingual(
        ko: "\(names.joined(separator: ", ")) 가운데 하나를 적으십시오." + (nearest.map { " ‘\($0)’을(를) 뜻하셨습니까?" } ?? ""),
        en: "Type one of \(names.joined(separator: ", "))." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
    }
  }

  /// The parser puts this behind its own words, so it is in the reader's language alone.
  package var description: String { message[.ofThisProcess] }
}

extension ClosedRange where Bound: LosslessStringConvertible {
  /// `0…1`: the bounds as a reader types them.
  package var words: String { "\(brief(lowerBound))…\(brief(upperBound))" }

  /// `0…1, 0.75 by default`
  func words(byDefault own: Bound) -> String {
    words + Bilingual(ko: ", 기본값 \(brief(own))", en: ", \(brief(own)) by default")[.ofThisProcess]
  }

  private func brief(_ bound: Bound) -> String {
    let text = String(bound)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
