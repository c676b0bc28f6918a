import Localization

extension WeightError.Damage {
  /// What is wrong, and the step that always helps.
  var message: Bilingual {
    Bilingual(ko: "\(words.ko). 파일을 다시 받거나 다시 저장하십시오.", en: "\(words.en). Download or save the file again.")
  }

  private var words: Bilingual {
    switch self {
    case .endsEarly: Bilingual(ko: "파일이 중간에 끝났습니다", en: "The file ends too early")
    case .hugeNumber: Bilingual(ko: "말이 안 되게 큰 수가 적혀 있습니다", en: "A number makes no sense, it is so large")
    case .notText: Bilingual(ko: "UTF-8 글이어야 할 곳이 글이 아닙니다", en: "What should be text in UTF-8 is not")
    case .headerLength(let length, let count):
      Bilingual(
        ko: "헤더가 \(length)바이트라고 적혀 있지만 파일은 \(count)바이트입니다(헤더는 100MB까지)",
        en: "The header is said to take \(length) bytes of a file of \(count) (and may take 100 MB at most)")
    case .unexpected(let byte, let expected):
      Bilingual(
        ko: "헤더의 0x\(hexadecimal([byte])) 자리에 \(expected.name.ko) 있어야 합니다",
        en: "The header has 0x\(hexadecimal([byte])) where \(expected.name.en) has to be")
    case .duplicate(let name):
      Bilingual(ko: "\(excerpt(name)): 같은 이름이 두 번 나옵니다", en: "The name \(excerpt(name)) comes twice")
    case .gap(let place):
      Bilingual(
        ko: "텐서들의 자리가 겹치거나 비어 있습니다(자료의 \(place)바이트째)",
        en: "Tensors overlap or leave a gap (at byte \(place) of the data)")
    case .length(let length, let expected):
      Bilingual(
        ko: "자료가 \(expected)바이트여야 하는데 \(length)바이트입니다",
        en: "There should be \(expected) bytes of data, and there are \(length)")
    case .shape(let shape):
      Bilingual(ko: "있을 수 없는 모양 \(shape)입니다", en: "The shape \(shape) is impossible")
    case .strides: Bilingual(ko: "있을 수 없는 보폭(stride)입니다", en: "The strides are impossible")
    case .beyondStorage:
      Bilingual(ko: "텐서가 제 저장 공간을 벗어납니다", en: "A tensor reaches beyond its storage")
    case .tooManyNumbers:
      Bilingual(
        ko: "파일 크기에 비해 텐서의 수가 너무 많습니다", en: "The tensors have far more numbers than fit into the file")
    case .noDirectory:
      Bilingual(ko: "zip의 목차가 없습니다(파일이 잘린 듯합니다)", en: "The zip has no directory (it seems to be cut off)")
    case .directory: Bilingual(ko: "zip의 목차가 맞지 않습니다", en: "The zip's directory is wrong")
    case .overlap: Bilingual(ko: "zip 속의 파일들이 겹칩니다", en: "Files within the zip overlap")
    case .noRecord(let name):
      Bilingual(ko: "zip 속에 \(excerpt(name)) 파일이 없습니다", en: "The zip has no \(excerpt(name))")
    case .opcode(let byte):
      Bilingual(
        ko: "텐서에 쓰이지 않는 pickle 명령 0x\(hexadecimal([byte]))입니다",
        en: "The pickle instruction 0x\(hexadecimal([byte])) is not one that tensors need")
    case .operand:
      Bilingual(ko: "pickle 명령에 맞지 않는 값입니다", en: "A pickle instruction meets a value that it has no use for")
    case .tooLarge: Bilingual(ko: "pickle이 너무 큽니다", en: "The pickle is too large")
    case .tooDeep: Bilingual(ko: "너무 깊게 겹쳐 있습니다", en: "It is nested too deep")
    case .endless: Bilingual(ko: "pickle이 저 자신을 담고 있습니다", en: "The pickle holds itself, again and again")
    }
  }
}

extension WeightError.Expected {
  /// In Korean with its particle.
  fileprivate var name: Bilingual {
    switch self {
    case .object: Bilingual(ko: "객체({…})가", en: "an object ({…})")
    case .array: Bilingual(ko: "배열([…])이", en: "an array ([…])")
    case .string: Bilingual(ko: "문자열이", en: "a string")
    case .wholeNumber: Bilingual(ko: "0 이상의 정수가", en: "a whole number of 0 or more")
    case .colon: Bilingual(ko: "쌍점(:)이", en: "a colon")
    case .comma: Bilingual(ko: "쉼표나 닫는 괄호가", en: "a comma or a closing bracket")
    case .escape: Bilingual(ko: "올바른 이스케이프가", en: "a valid escape")
    case .field: Bilingual(ko: "dtype, shape, data_offsets 하나씩이", en: "one each of dtype, shape, data_offsets")
    case .end: Bilingual(ko: "헤더의 끝이", en: "the end of the header")
    }
  }
}
