import Evaluation
import Images
import Localization

/// Why a reader's own picture and boxes do not make a scene.
public enum SceneError: BilingualError {
  case folder(String)
  case image(ImageError)
  case boxes(DataError)
  /// The file of boxes lists no image.
  case noImage(file: String)
  /// It lists several, none of which is named like the picture, or several are.
  case whichImage(file: String, count: Int, name: String?, isNamed: Bool)
  /// It does not say how large the image is, and there is no picture.
  case noSize(file: String)
  case size(file: String, width: Int, height: Int)
  case otherSize(file: String, written: (width: Int, height: Int), picture: (width: Int, height: Int))
  /// A box without an inside.
  case flat(file: String, annotation: Int)
  /// A box with no part in the image, or much larger than it.
  case outside(file: String, annotation: Int, width: Int, height: Int)

  public var message: Bilingual {
    switch self {
    case .folder(let path):
      return Bilingual(
        ko: "“\(path)”: 파일이 아니라 폴더입니다. 그 안의 파일 하나를 적으십시오.",
        en: "“\(path)” is a folder. Name a file in it.")
    case .image(let error): return error.message
    case .boxes(let error): return error.message
    case .noImage(let file):
      return Bilingual(
        ko: "“\(file)”: images가 비어 있습니다. 이미지 하나를 적거나 다른 파일을 고르십시오.",
        en: "“\(file)” lists no image. Add one to its images, or choose another file.")
    case .whichImage(let file, let count, nil, _):
      return Bilingual(
        ko: "“\(file)”에 이미지가 \(count)개 있습니다. 그 가운데 하나를 --image로 고르십시오.",
        en: "“\(file)” lists \(count) images. Say with --image which of them you mean.")
    case .whichImage(let file, let count, let name?, isNamed: false):
      return Bilingual(
        ko: "“\(file)”의 이미지 \(count)개 가운데 file_name이 “\(name)”인 것이 없습니다. 그림의 이름을 file_name과 같게 고치십시오.",
        en:
          "None of the \(count) images in “\(file)” has the file_name “\(name)”. Name the picture as its file_name does."
      )
    case .whichImage(let file, let count, let name?, isNamed: true):
      return Bilingual(
        ko: "“\(file)”에 file_name이 “\(name)”인 이미지가 \(count)개 있습니다. 하나만 남기십시오.",
        en: "“\(file)” lists \(count) images with the file_name “\(name)”. Keep one of them.")
    case .noSize(let file):
      return Bilingual(
        ko: "“\(file)”에 이미지의 width와 height가 없습니다. 두 값을 적거나 --image로 그림을 고르십시오.",
        en: "“\(file)” says no width and height of its image. Add them, or name the picture with --image.")
    case .size(let file, let width, let height):
      let most = DetectionScene.mostPixels / 1_000_000
      return Bilingual(
        ko: "“\(file)”: \(width)×\(height)픽셀에는 앵커를 깔 수 없습니다. 1×1픽셀부터 모두 \(most)00만 픽셀까지 됩니다. 그림을 줄이십시오.",
        en: "“\(file)”: anchors cannot be laid over \(width)×\(height) pixels. "
          + "From 1×1 up to \(most) million pixels in all will do: scale the picture.")
    case .otherSize(let file, let written, let picture):
      return Bilingual(
        ko: "“\(file)”의 상자는 \(written.width)×\(written.height)픽셀 이미지의 것인데 그림은 "
          + "\(picture.width)×\(picture.height)픽셀입니다. 그림의 크기를 맞추거나 파일의 width와 height를 고치십시오.",
        en: "The boxes of “\(file)” are of an image of \(written.width)×\(written.height) pixels, but the picture has "
          + "\(picture.width)×\(picture.height). Scale the picture, or mend width and height in the file.")
    case .flat(let file, let annotation):
      return Bilingual(
        ko: "“\(file)”: id가 \(annotation)인 상자는 너비나 높이가 0입니다. 고치거나 지우십시오.",
        en: "“\(file)”: the box with id \(annotation) has no width or no height. Mend or remove it.")
    case .outside(let file, let annotation, let width, let height):
      return Bilingual(
        ko: "“\(file)”: id가 \(annotation)인 상자는 \(width)×\(height)픽셀 이미지의 밖에 있거나 크게 벗어납니다. 이미지와 파일이 서로 맞는지 확인하십시오.",
        en:
          "“\(file)”: the box with id \(annotation) lies outside of the image of \(width)×\(height) pixels, or reaches far beyond it. "
          + "Check that image and file belong together.")
    }
  }
}
