import Foundation
import Localization

/// Writes whole files or nothing: bytes go to a temporary name beside the file, which then takes its place.
enum AtomicFile {
  /// Writes `bytes` to `path`, making the folders that lead to it.
  ///
  /// A reader of `path` sees the old bytes or the new ones, never a part; on an error the old file stays.
  /// - Throws: `FileError` that names the path, the system's reason and the next step.
  static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw FileError.cannotWrite(path, reason: systemReason(of: error))
    }
  }

  static func read(_ path: String) throws(FileError) -> String {
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      throw FileError.cannotRead(path, reason: systemReason(of: error))
    }
    guard let text = String(validating: data, as: UTF8.self) else { throw FileError.notText(path) }
    return text
  }

  /// What the operating system said, without Foundation's wrapping.
  private static func systemReason(of error: any Error) -> Bilingual {
    let error = error as NSError
    let cause = (error.userInfo[NSUnderlyingErrorKey] as? NSError) ?? error
    switch (cause.domain, cause.code) {
    case (NSPOSIXErrorDomain, Int(ENOSPC)), (NSCocoaErrorDomain, CocoaError.fileWriteOutOfSpace.rawValue):
      return Bilingual(ko: "남은 공간이 없음", en: "no space left")
    case (NSPOSIXErrorDomain, Int(EACCES)), (NSPOSIXErrorDomain, Int(EPERM)),
      (NSCocoaErrorDomain, CocoaError.fileWriteNoPermission.rawValue),
      (NSCocoaErrorDomain, CocoaError.fileReadNoPermission.rawValue):
      return Bilingual(ko: "권한이 없음", en: "permission denied")
    case (NSPOSIXErrorDomain, Int(ENOENT)), (NSCocoaErrorDomain, CocoaError.fileReadNoSuchFile.rawValue),
      (NSCocoaErrorDomain, CocoaError.fileNoSuchFile.rawValue):
      return Bilingual(ko: "그런 파일이나 폴더가 없음", en: "no such file or folder")
    case (NSPOSIXErrorDomain, Int(ENOTDIR)), (NSPOSIXErrorDomain, Int(EEXIST)),
      (NSCocoaErrorDomain, CocoaError.fileWriteFileExists.rawValue):
      return Bilingual(ko: "길 가운데에 폴더가 아닌 파일이 있음", en: "a file stands where a folder should be")
    case (NSPOSIXErrorDomain, Int(EROFS)), (NSCocoaErrorDomain, CocoaError.fileWriteVolumeReadOnly.rawValue):
      return Bilingual(ko: "읽기 전용 저장소", en: "a read-only file system")
    case (NSPOSIXErrorDomain, let code):
      return Bilingual(stringLiteral: String(cString: strerror(Int32(code))))
    case (NSCocoaErrorDomain, CocoaError.fileWriteUnknown.rawValue):
      return Bilingual(ko: "이 경로에는 만들 수 없음", en: "it cannot be made at this path")
    default:
      return Bilingual(stringLiteral: cause.localizedDescription)
    }
  }
}

/// A file that could not be read or written.
enum FileError: BilingualError {
  case cannotRead(String, reason: Bilingual)
  case cannotWrite(String, reason: Bilingual)
  case notText(String)

  var message: Bilingual {
    switch self {
    case .cannotRead(let path, let reason):
      Bilingual(
        ko: "\(path) 파일을 읽을 수 없습니다(\(reason.ko)). 파일이 있는지, 읽을 권한이 있는지 확인하십시오.",
        en: "Cannot read \(path) (\(reason.en)). Check that the file exists and that you may read it.")
    case .cannotWrite(let path, let reason):
      Bilingual(
        ko: "\(path) 파일을 쓸 수 없습니다(\(reason.ko)). 쓰기 권한과 남은 공간을 확인하거나 --out으로 다른 폴더를 고르십시오.",
        en: "Cannot write \(path) (\(reason.en)). "
          + "Check its permissions and the free space, or choose another folder with --out.")
    case .notText(let path):
      Bilingual(
        ko: "\(path) 파일이 UTF-8 텍스트가 아닙니다. UTF-8로 다시 저장하십시오.",
        en: "\(path) is not UTF-8 text. Save it as UTF-8.")
    }
  }
}
