/// What a file's first bytes say it is; its name says nothing.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  // Known, to say what to do about them.
  case gif = "GIF"
  case webP = "WebP"
  case heic = "HEIC"
  case avif = "AVIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case jpegXL = "JPEG XL"

  /// As many bytes as tell all formats apart.
  static let headLength = 16

  /// The format whose mark these bytes begin with; nil where they are no picture that is known.
  init?(head: some Collection<UInt8>) {
    let head = Array(head.prefix(Self.headLength))
    func holds(_ mark: String, at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: mark.utf8) }

    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if head.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if holds("GIF8") {
      self = .gif
    } else if holds("RIFF"), holds("WEBP", at: 8) {
      self = .webP
    } else if holds("ftypavi", at: 4) {
      self = .avif
    } else if ["hei", "hev", "mif", "msf"].contains(where: { holds("ftyp" + $0, at: 4) }) {
      self = .heic
    } else if holds("BM"), head.dropFirst(6).starts(with: [0, 0, 0, 0]) {
      self = .bmp
    } else if holds("II*\0") || holds("MM\0*") {
      self = .tiff
    } else if head.starts(with: [0xFF, 0x0A]) || holds("JXL ", at: 4) {
      self = .jpegXL
    } else {
      return nil
    }
  }
}
