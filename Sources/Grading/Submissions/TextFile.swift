import Foundation
import Localization

/// Reads texts that people send, which come in several encodings.
public enum TextFile {
  /// Why a file is not read.
  public enum Problem: BilingualError, Hashable {
    case missing(file: String)
    case tooLarge(file: String, limit: Int)
    case encoding(file: String, TextEncoding)

    public var message: Bilingual {
      switch self {
      case .missing(let file): Refusal.missing(file: file).message
      case .tooLarge(let file, let limit):
        Bilingual(
          ko: "\(file): 파일이 \(limit >> 10)KB보다 큽니다. 맞는 파일인지 보십시오.",
          en: "\(file): the file is larger than \(limit >> 10) KB. See whether it is the right one.")
      case .encoding(let file, let encoding): encoding.message.map { "\(file): \($0)" }
      }
    }
  }

  public static let limit = 1 << 20

  /// A text in UTF-8, with a byte order mark or without.
  public static func text(of url: URL, file: String) throws(Problem) -> String {
    guard let handle = try? FileHandle(forReadingFrom: url), let data = try? handle.read(upToCount: limit + 1) ?? Data()
    else { throw .missing(file: file) }
    guard data.count <= limit else { throw .tooLarge(file: file, limit: limit) }
    return try text(Array(data), file: file)
  }

  /// A text in UTF-8, with a byte order mark or without.
  public static func text(_ bytes: [UInt8], file: String) throws(Problem) -> String {
    guard bytes.count <= limit else { throw .tooLarge(file: file, limit: limit) }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .encoding(file: file, encoding(of: bytes))
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// What bytes that are not UTF-8 look like.
  static func encoding(of bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    let zeros = bytes.indices.count { bytes[$0] == 0 }
    // Latin letters in UTF-16 have a zero for every other byte.
    if zeros * 4 > bytes.count, bytes.count.isMultiple(of: 2) { return .utf16 }
    return zeros == 0 && isCP949(bytes) ? .cp949 : .unknown
  }

  /// Whether all bytes above ASCII come in the pairs of CP949.
  private static func isCP949(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] >= 0x80 else { continue }
      index += 1
      guard (0x81...0xFE).contains(bytes[index - 1]), index < bytes.count else { return false }
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x81...0xFE: continue
      default: return false
      }
    }
    return true
  }
}
