import Localization
import PNGCoding

/// Why a file did not become pixels: it names the file and the problem.
public enum ImageError: BilingualError, Hashable {
  /// The file is not there, or may not be read.
  case unreadable(file: String)
  /// Its bytes are not a picture that can be used.
  case unusable(file: String, PNGError)

  public var message: Bilingual {
    switch self {
    case .unreadable(let file):
      Bilingual(
        ko: "“\(file)”: 파일이 없거나 읽을 수 없습니다. 경로와 권한을 확인하십시오.",
        en: "“\(file)”: the file is missing or cannot be read. Check its path and permissions.")
    case .unusable(let file, let error):
      error.message.map { "“\(file)”: \($0)" }
    }
  }
}
