import Localization

/// Why bytes did not become pixels, or pixels not bytes.
public enum PNGError: BilingualError, Hashable {
  /// Bytes that are not a PNG, or not a whole one.
  case invalid(String)
  /// More pixels than a picture may have.
  case tooManyPixels(width: Int, height: Int)
  /// libpng gave up writing.
  case encoding(String)

  public var message: Bilingual {
    switch self {
    case .invalid(let reason):
      Bilingual(
        ko: "올바른 PNG가 아닙니다(\(reason)). 파일을 다시 받거나 다시 만드십시오.",
        en: "This is not a valid PNG (\(reason)). Fetch or make the file again.")
    case .tooManyPixels(let width, let height):
      Bilingual(
        ko: "\(width)×\(height) 픽셀 그림은 너무 큽니다(최대 \(PixelLimit.total)픽셀). 그림을 줄이십시오.",
        en: "A picture of \(width)×\(height) pixels is too large (at most \(PixelLimit.total) pixels). Make it smaller."
      )
    case .encoding(let reason):
      Bilingual(
        ko: "libpng이 그림을 쓰지 못했습니다: \(reason). 그림을 작게 하거나 라이브러리를 다시 설치하십시오.",
        en: "libpng could not write the picture: \(reason). Try a smaller picture, or reinstall the library.")
    }
  }
}

/// How large a picture may be.
package enum PixelLimit {
  /// The longest side, in points and in pixels: what Cairo can address.
  package static let side = 32_767
  /// The most pixels, 256 MiB of them: an 8K screen has half as many.
  package static let total = 1 << 26

  package static func allows(width: Int, height: Int) -> Bool {
    width <= side && height <= side && width * height <= total
  }
}
