import Localization
import PNGCoding

/// Why bytes did not become the pixels of a JPEG.
enum JPEGError: BilingualError, Hashable {
  /// The bytes end before the picture does.
  case cutOff
  /// Bytes that are not a JPEG, or one of a kind that libjpeg-turbo does not read.
  case invalid(String)
  /// More pixels than a picture may have.
  case tooManyPixels(width: Int, height: Int)

  var message: Bilingual {
    switch self {
    case .cutOff:
      Bilingual(
        ko: "JPEG가 중간에 끊겼습니다. 파일을 처음부터 다시 받거나 다시 저장하십시오.",
        en: "The JPEG ends before the picture does. Fetch the whole file again, or save it again.")
    case .invalid(let reason):
      Bilingual(
        ko: "읽을 수 있는 JPEG가 아닙니다(\(reason)). 그림을 PNG나 보통의 8비트 JPEG로 다시 저장하십시오.",
        en: "This JPEG cannot be read (\(reason)). Save the picture again as PNG or as an ordinary 8-bit JPEG.")
    case .tooManyPixels(let width, let height):
      PNGError.tooManyPixels(width: width, height: height).message
    }
  }
}
