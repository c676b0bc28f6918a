import Boxes
import Localization

/// Why a command cannot do what it was asked for.
enum CommandError: BilingualError, Equatable {
  /// A picture larger than a network may see.
  case size(width: Int, height: Int)
  /// What is to be written would take the place of what is read.
  case overwrites(option: String, path: String)
  /// A picture is written as PNG.
  case notPNG(path: String)
  /// Nothing can be written there.
  case unwritable(option: String, path: String)
  case notAFolder(path: String)
  /// Images of the annotations that the folder does not have; the first of them by name.
  case missingImages(folder: String, names: [String], count: Int, total: Int)
  /// An image of the annotations without a file's name.
  case unnamedImage(annotations: String, id: Int)
  case noImages(annotations: String)
  /// A category of the annotations that the detector does not know; what it has instead, if anything.
  case unknownCategory(id: Int, name: String, found: Bilingual?)

  var message: Bilingual {
    switch self {
    case .size(let width, let height):
      Bilingual(
        ko: "\(width)×\(height)픽셀 사진은 너무 큽니다(한 변 최대 \(ImageSize.sides.upperBound)픽셀). 사진을 줄이십시오.",
        en: "\(width)×\(height) pixels are too many (at most \(ImageSize.sides.upperBound) a side). Scale the picture.")
    case .overwrites(let option, let path):
      Bilingual(
        ko: "\(option)에 적은 “\(path)”에 쓰면 읽을 파일이나 다른 결과가 지워집니다. 다른 이름을 적으십시오.",
        en: "Writing to “\(path)” (\(option)) would destroy what is read, or another result. Choose another name.")
    case .notPNG(let path):
      Bilingual(
        ko: "그림은 PNG로 씁니다. “\(path)”의 이름을 .png로 끝내십시오.",
        en: "The picture is written as PNG. Let the name “\(path)” end in .png.")
    case .unwritable(let option, let path):
      Bilingual(
        ko: "“\(path)”에 쓸 수 없습니다. 폴더와 권한을 확인하거나 \(option)으로 다른 곳을 고르십시오.",
        en: "“\(path)” cannot be written. Check folder and permissions, or choose another place with \(option).")
    case .notAFolder(let path):
      Bilingual(
        ko: "“\(path)”: 그런 폴더가 없습니다. 이미지 파일들이 든 폴더를 --images로 적으십시오.",
        en: "There is no folder “\(path)”. Name the one that holds the images with --images.")
    case .missingImages(let folder, let names, let count, let total):
      Bilingual(
        ko: "이미지 \(total)개 가운데 \(count)개가 “\(folder)”에 없습니다: \(Self.list(names, of: count)). "
          + "폴더가 맞는지 확인하거나 빠진 파일을 받으십시오. 계산은 시작하지 않았습니다.",
        en: "\(count) of \(total) images are not in “\(folder)”: \(Self.list(names, of: count)). "
          + "Check the folder, or fetch what is missing. Nothing has been computed.")
    case .unnamedImage(let annotations, let id):
      Bilingual(
        ko: "“\(annotations)”: id가 \(id)인 이미지에 file_name이 없습니다. 파일 이름을 더하십시오.",
        en: "“\(annotations)”: the image with id \(id) has no file_name. Add it.")
    case .noImages(let annotations):
      Bilingual(
        ko: "“\(annotations)”: images가 비어 있습니다. 이미지가 있는 정답 파일을 고르십시오.",
        en: "“\(annotations)” lists no image. Choose annotations of some.")
    case .unknownCategory(let id, let name, nil):
      Bilingual(
        ko: "정답의 클래스 \(id)번(\(name))은 이 가중치가 모르는 클래스입니다. 같은 데이터 세트로 훈련한 가중치인지 확인하십시오.",
        en: "The weights know no class \(id) (\(name)) of the annotations. "
          + "Check that they were trained on this data set.")
    case .unknownCategory(let id, let name, let found?):
      Bilingual(
        ko: "클래스 \(id)번이 정답에서는 \(name), 가중치에서는 \(found.en)(\(found.ko))입니다. 같은 데이터 세트로 훈련한 가중치인지 확인하십시오.",
        en: "Class \(id) is \(name) in the annotations, but \(found.en) in the weights. "
          + "Check that they were trained on this data set.")
    }
  }

  private static func list(_ names: [String], of count: Int) -> String {
    names.joined(separator: ", ") + (count > names.count ? ", …" : "")
  }
}
