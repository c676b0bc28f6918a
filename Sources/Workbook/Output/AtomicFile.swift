import Foundation
import Localization

/// Writes whole files or nothing: bytes go to a temporary name beside the file, which then takes its place.
package enum AtomicFile {
  /// Writes `bytes` to `path`, making the folders that lead to it.
  ///
  /// A reader of `path` sees the old bytes or the new ones, never a part; on an error the old file stays.
  /// - Throws: `FileError` that names the path, the system's reason and the next step.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw FileError.cannotWrite(path, reason: reason(of: error))
    }
    let temporary = "\(path).\(getpid()).tmp"
    guard let file = fopen(temporary, "wb") else { throw FileError.cannotWrite(path, reason: reason(ofCode: errno)) }
    let written = fwrite(bytes, 1, bytes.count, file)
    let isClosed = fclose(file) == 0
    guard written == bytes.count, isClosed, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileError.cannotWrite(path, reason: reason(ofCode: code))
    }
  }

  /// The text of a file; bytes that are no UTF-8 become U+FFFD, which the weaver reports by line and column.
  static func read(_ path: String) throws(FileError) -> String {
    guard let file = fopen(path, "rb") else { throw FileError.cannotRead(path, reason: reason(ofCode: errno)) }
    fclose(file)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError.cannotRead(path, reason: reason(ofCode: EISDIR))
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// What the operating system said behind Foundation's words.
  private static func reason(of error: any Error) -> Bilingual {
    let error = error as NSError
    let cause = (error.userInfo[NSUnderlyingErrorKey] as? NSError) ?? error
    return reason(ofCode: cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : ENOTDIR)
  }

  private static func reason(ofCode code: Int32) -> Bilingual {
    switch code {
    case ENOSPC, EDQUOT: Bilingual(ko: "남은 공간이 없음", en: "no space left")
    case EACCES, EPERM: Bilingual(ko: "권한이 없음", en: "permission denied")
    case ENOENT: Bilingual(ko: "그런 파일이나 폴더가 없음", en: "no such file or folder")
    case ENOTDIR, EEXIST: Bilingual(ko: "길 가운데에 폴더가 아닌 것이 있음", en: "something that is no folder stands in the way")
    case EISDIR: Bilingual(ko: "파일이 아니라 폴더임", en: "it is a folder, not a file")
    case EROFS: Bilingual(ko: "읽기 전용 저장소", en: "a read-only file system")
    case ENAMETOOLONG: Bilingual(ko: "이름이 너무 긺", en: "the name is too long")
    default: Bilingual(stringLiteral: String(cString: strerror(code)))
    }
  }
}

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
        ko: "\(path) 파일을 쓸 수 없습니다(\(reason.ko)). 쓰기 권한과 남은 공간을 확인하십시오. --out으로 다른 곳을 고를 수 있습니다.",
        en: "Cannot write \(path) (\(reason.en)). "
          + "Check its permissions and the free space. --out chooses another place.")
    }
  }
}
