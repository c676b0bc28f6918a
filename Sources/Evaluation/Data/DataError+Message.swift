import Files
import Localization

extension DataError {
  public var message: Bilingual {
    let words = problem.message
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    let whole = [place, path.isEmpty ? "" : place.isEmpty ? path : "(\(path))"].filter { !$0.isEmpty }
    guard !whole.isEmpty else { return words }
    return words.map { whole.joined(separator: " ") + ": " + $0 }
  }
}

extension DataError.Problem {
  fileprivate var message: Bilingual {
    switch self {
    case .unreadable(let reason): reason.whenReading
    case .unwritable(let reason): reason.whenWriting
    case .endsEarly:
      Bilingual(
        ko: "JSON이 중간에 끝났습니다. 파일을 다시 받거나 다시 만드십시오.",
        en: "The JSON ends too early. Fetch or make the file again.")
    case .unexpected(let byte, let expected):
      Bilingual(
        ko: "\(Self.shown(byte)) 자리에 \(expected.name.ko) 있어야 합니다. 이곳을 고치거나 파일을 다시 만드십시오.",
        en: "Found \(Self.shown(byte)) where \(expected.name.en) has to be. Mend this place, or make the file again.")
    case .tooDeep:
      Bilingual(
        ko: "JSON이 \(JSONCursor.depthLimit)겹보다 깊게 겹쳐 있습니다. COCO 형식의 파일인지 확인하십시오.",
        en: "The JSON is nested more than \(JSONCursor.depthLimit) deep. Check that the file is in the COCO format.")
    case .numberTooLong:
      Bilingual(
        ko: "수 하나가 너무 깁니다. 유효 숫자 17개면 충분하니 줄여서 적으십시오.",
        en: "A number is far too long. Write it shorter: 17 significant digits are enough.")
    case .notFinite:
      Bilingual(
        ko: "NaN이나 무한대는 쓸 수 없습니다. 이 값을 낸 계산을 확인하고 유한한 수로 고치십시오.",
        en: "NaN and infinity cannot be used. Check what computed this value, and write a finite number.")
    case .notWhole:
      Bilingual(ko: "64비트 정수가 아닙니다. 정수로 고치십시오.", en: "This is not a whole number of 64 bits. Write one.")
    case .missing(let key):
      Bilingual(ko: "\"\(key)\" 항목이 없습니다. 이 항목을 더하십시오.", en: "\"\(key)\" is missing. Add it.")
    case .notFour(let count):
      Bilingual(
        ko: "bbox의 수가 \(count)개입니다. [x, y, 너비, 높이] 네 개를 적으십시오.",
        en: "The bbox has \(count) numbers. Write four: [x, y, width, height].")
    case .negativeSize(let size):
      Bilingual(
        ko: "bbox의 너비나 높이가 음수입니다(\(size)). 두 꼭짓점이 아니라 [x, y, 너비, 높이]를 적으십시오.",
        en: "The bbox has a negative width or height (\(size)). Write [x, y, width, height], not two corners.")
    case .duplicateID(let id):
      Bilingual(
        ko: "앞에 나온 id와 같습니다(\(id)). 둘 가운데 하나의 id를 바꾸거나 하나를 지우십시오.",
        en: "The id \(id) was used before. Change or remove one of the two.")
    case .unknownImage(let id):
      Bilingual(
        ko: "image_id \(id)인 이미지가 정답 파일의 images에 없습니다. 정답과 결과가 같은 데이터 세트의 것인지 확인하십시오.",
        en:
          "No image of the ground truth has the id \(id). Check that ground truth and results are of the same data set."
      )
    case .unknownCategory(let id):
      Bilingual(
        ko: "category_id \(id)인 클래스가 정답 파일의 categories에 없습니다. COCO의 id는 1–90에 띄엄띄엄 있으니 "
          + "클래스 번호를 그대로 적지 않았는지 확인하십시오.",
        en: "No category of the ground truth has the id \(id). COCO's ids lie scattered in 1–90: "
          + "check that you did not write the class's index.")
    }
  }

  /// A letter in quotes, or the byte's number.
  private static func shown(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte) ? "‘\(Unicode.Scalar(byte))’" : "0x" + String(byte, radix: 16, uppercase: true)
  }
}

extension DataError.Expected {
  /// In Korean with its particle.
  fileprivate var name: Bilingual {
    switch self {
    case .object: Bilingual(ko: "객체({…})가", en: "an object ({…})")
    case .array: Bilingual(ko: "배열([…])이", en: "an array ([…])")
    case .string: Bilingual(ko: "문자열이", en: "a string")
    case .number: Bilingual(ko: "수가", en: "a number")
    case .wholeNumber: Bilingual(ko: "정수가", en: "a whole number")
    case .flag: Bilingual(ko: "0이나 1이", en: "0 or 1")
    case .value: Bilingual(ko: "값이", en: "a value")
    case .key: Bilingual(ko: "따옴표로 묶은 이름이", en: "a name in quotes")
    case .colon: Bilingual(ko: "쌍점(:)이", en: "a colon")
    case .commaOrBracket: Bilingual(ko: "쉼표나 닫는 괄호가", en: "a comma or a closing bracket")
    case .digit: Bilingual(ko: "숫자가", en: "a digit")
    case .escape: Bilingual(ko: "올바른 이스케이프가", en: "a valid escape")
    case .noControl: Bilingual(ko: "제어 문자가 아닌 글자가", en: "a letter that is no control character")
    case .end: Bilingual(ko: "파일의 끝이", en: "the end of the file")
    }
  }
}
