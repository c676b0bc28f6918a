import Foundation
import Localization

/// What the operating system says of a file that it did not open, read or write.
public struct SystemError: Error, Hashable {
  /// The system's number: `ENOENT`, `ENOSPC`.
  public let code: Int32

  /// - Parameter code: that of the call which has just failed, unless said otherwise.
  public init(code: Int32 = errno) { self.code = code }

  /// What stands behind Foundation's words.
  package init(behind error: any Error) {
    let error = error as NSError, cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    guard cause.domain != NSPOSIXErrorDomain else {
      code = Int32(truncatingIfNeeded: cause.code)
      return
    }
    code =
      switch CocoaError.Code(rawValue: error.code) {
      case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
      case .fileWriteNoPermission, .fileReadNoPermission: EACCES
      case .fileWriteOutOfSpace: ENOSPC
      case .fileWriteVolumeReadOnly: EROFS
      default: ENOTDIR
      }
  }

  /// Whether there is no space left, of the disk or of what its user may take.
  package var isFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  /// In a few words.
  public var reason: Bilingual {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: Bilingual(ko: "남은 공간이 없음", en: "no space left")
    case EACCES, EPERM: Bilingual(ko: "권한이 없음", en: "permission denied")
    case ENOENT: Bilingual(ko: "그런 파일이나 폴더가 없음", en: "no such file or folder")
    case ENOTDIR, EEXIST: Bilingual(ko: "길 가운데에 폴더가 아닌 것이 있음", en: "something that is no folder stands in the way")
    case EISDIR: Bilingual(ko: "파일이 아니라 폴더임", en: "it is a folder, not a file")
    case EROFS: Bilingual(ko: "읽기 전용 저장소", en: "a read-only file system")
    case ENAMETOOLONG: Bilingual(ko: "이름이 너무 긺", en: "the name is too long")
    default: Bilingual(stringLiteral: String(cString: strerror(code)))
    }
  }

  // MARK: - With the next step

  /// For a file that was to be read.
  public var whenReading: Bilingual {
    Bilingual(
      ko: "파일을 읽을 수 없습니다(\(reason.ko)). 파일이 있는지, 읽을 권한이 있는지 확인하십시오.",
      en: "The file cannot be read (\(reason.en)). Check that it exists and that you may read it.")
  }

  /// For a file that was to be written, and of which nothing has been.
  public var whenWriting: Bilingual {
    let step =
      isFull
      ? Bilingual(ko: "공간을 비우고 다시 하십시오.", en: "Free some space and try again.")
      : Bilingual(ko: "폴더가 있는지, 쓸 권한이 있는지 확인하십시오.", en: "Check that the folder exists and that you may write there.")
    return Bilingual(
      ko: "파일을 쓸 수 없습니다(\(reason.ko)). \(step.ko) 전에 있던 파일은 그대로 남아 있습니다.",
      en: "The file cannot be written (\(reason.en)). \(step.en) An older file is still as it was.")
  }
}
