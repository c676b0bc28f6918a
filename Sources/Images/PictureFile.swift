import Foundation
import PNGCoding

/// The bytes of a picture's file and what they say that they are. Of what is no picture, however long, only the head is read.
struct PictureFile {
  /// The most bytes that are read: what the largest picture takes without any compression, 16 bits a channel.
  static let longest = PixelLimit.total * 8

  let format: PictureFormat
  let bytes: [UInt8]

  init(at path: String) throws(ImageError) {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let kind = try? url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey]) else {
      throw .unreadable(file: path)
    }
    guard kind.isRegularFile == true else { throw .notAFile(file: path) }
    guard let file = try? FileHandle(forReadingFrom: url),
      let head = try? file.read(upToCount: PictureFormat.headLength) ?? Data()
    else { throw .unreadable(file: path) }
    defer { try? file.close() }

    guard !head.isEmpty else { throw .empty(file: path) }
    guard let format = PictureFormat(head: head) else { throw .notAPicture(file: path) }
    let length = kind.fileSize ?? 0
    guard length <= Self.longest else { throw .tooLong(file: path, bytes: length) }
    guard let rest = try? file.readToEnd() ?? Data() else { throw .unreadable(file: path) }
    (self.format, bytes) = (format, [UInt8](head) + rest)
  }
}
