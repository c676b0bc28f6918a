import Foundation
import Localization

/// A file that could not be read or written.
package enum FileError: BilingualError {
  case cannotRead(String, reason: Bilingual)
  case cannotWrite(String, reason: Bilingual)

  package var message: Bilingual {
    switch self {
    case .cannotRead(let path, let reason):
      Bilingual(
        ko: "\(path) 파일을 읽을 수 없습니다(\(reason.ko)). 파일이 있는지, 읽을 권한이 있는지 확인하십시오.",
        en: "Cannot read \(path) (\(reason.en)). Check that the file exists and that you may read it.")
    case .cannotWrite(let path, let reason):
      Bilingual(
        ko: "\(path) 파일을 쓸 수 없습니다(\(reason.ko)). 쓰기 권한과 남은 공간을 확인하십시오.",
        en: "Cannot write \(path) (\(reason.en)). Check its permissions and the free space.")
    }
  }
}

/// What the operating system said.
package struct SystemError: Error {
  package let code: Int32

  package init(code: Int32 = errno) { self.code = code }

  /// What stands behind Foundation's words.
  init(behind error: any Error) {
    let error = error as NSError
    let cause = (error.userInfo[NSUnderlyingErrorKey] as? NSError) ?? error
    code = cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : ENOTDIR
  }

  /// Whether there is no space left, of the disk or of what its user may take.
  package var isFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  /// In the system's own words.
  package var words: String { String(cString: strerror(code)) }

  package var reason: Bilingual {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: Bilingual(ko: "남은 공간이 없음", en: "no space left")
    case EACCES, EPERM: Bilingual(ko: "권한이 없음", en: "permission denied")
    case ENOENT: Bilingual(ko: "그런 파일이나 폴더가 없음", en: "no such file or folder")
    case ENOTDIR, EEXIST: Bilingual(ko: "길 가운데에 폴더가 아닌 것이 있음", en: "something that is no folder stands in the way")
    case EISDIR: Bilingual(ko: "파일이 아니라 폴더임", en: "it is a folder, not a file")
    case EROFS: Bilingual(ko: "읽기 전용 저장소", en: "a read-only file system")
    case ENAMETOOLONG: Bilingual(ko: "이름이 너무 긺", en: "the name is too long")
    default: Bilingual(stringLiteral: words)
    }
  }
}
