import Localization

/// Why a file did not become pixels: it names the file, the problem and the next step.
public enum ImageError: BilingualError, Hashable {
  /// The file is not there, or may not be read.
  case unreadable(file: String)
  /// A folder, or something else that is no file.
  case notAFile(file: String)
  /// It has no bytes.
  case empty(file: String)
  /// Its bytes are those of no picture.
  case notAPicture(file: String)
  /// A picture, but of a format that is not read here.
  case otherFormat(file: String, PictureFormat)
  /// So many bytes that it is not even opened.
  case tooLong(file: String, bytes: Int)
  /// Its bytes are not a picture that can be used; the reason says what to do.
  case unusable(file: String, reason: Bilingual)

  public var message: Bilingual {
    switch self {
    case .unreadable(let file):
      Bilingual(
        ko: "“\(file)”: 파일이 없거나 읽을 수 없습니다. 경로와 권한을 확인하십시오.",
        en: "“\(file)”: the file is missing or cannot be read. Check its path and permissions.")
    case .notAFile(let file):
      Bilingual(
        ko: "“\(file)”: 파일이 아닙니다. 그림 파일 하나의 경로를 적으십시오.",
        en: "“\(file)”: this is not a file. Give the path of one picture.")
    case .empty(let file):
      Bilingual(
        ko: "“\(file)”: 빈 파일입니다. 파일을 다시 받거나 다시 저장하십시오.",
        en: "“\(file)”: the file is empty. Fetch or save it again.")
    case .notAPicture(let file):
      Bilingual(
        ko: "“\(file)”: 그림 파일이 아닙니다. PNG나 JPEG 파일을 주십시오.",
        en: "“\(file)”: this is not a picture. Give a PNG or a JPEG.")
    case .otherFormat(let file, let format):
      Bilingual(
        ko: "“\(file)”: \(format.rawValue) 그림은 읽지 않습니다. PNG나 JPEG로 변환해서 다시 주십시오.",
        en: "“\(file)”: \(format.rawValue) pictures are not read here. Convert it to PNG or JPEG and try again.")
    case .tooLong(let file, let bytes):
      Bilingual(
        ko: "“\(file)”: 파일이 \(bytes)바이트나 됩니다(최대 \(PictureFile.longest)바이트). 그림을 줄여서 다시 저장하십시오.",
        en: "“\(file)”: the file has \(bytes) bytes (at most \(PictureFile.longest)). Save a smaller picture.")
    case .unusable(let file, let reason):
      reason.map { "“\(file)”: \($0)" }
    }
  }
}
