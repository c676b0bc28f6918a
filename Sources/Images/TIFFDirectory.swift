/// The first directory of a TIFF file, which is how EXIF comes. No length and no offset in it is believed: what lies outside the
/// bytes is not there.
///
/// - Source: TIFF 6.0, section 2.
struct TIFFDirectory {
  private let bytes: [UInt8]
  private let order: ByteOrder
  private let start: Int

  private enum ByteOrder { case smallFirst, largeFirst }

  /// Nil where the bytes do not begin as a TIFF file does.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: "II*\0".utf8) {
      order = .smallFirst
    } else if bytes.starts(with: "MM\0*".utf8) {
      order = .largeFirst
    } else {
      return nil
    }
    self.bytes = bytes
    guard let start = Self.integer(in: bytes, at: 4, length: 4, order) else { return nil }
    self.start = start
  }

  /// The one 16-bit number that stands under a tag; nil where there is none.
  func short(tag: Int) -> Int? {
    let entries = integer(at: start, length: 2) ?? 0
    for entry in 0..<entries {
      let place = start + 2 + 12 * entry
      guard let found = integer(at: place, length: 2) else { return nil }
      guard found == tag else { continue }
      let isOneShort = integer(at: place + 2, length: 2) == 3 && integer(at: place + 4, length: 4) == 1
      return isOneShort ? integer(at: place + 8, length: 2) : nil
    }
    return nil
  }

  private func integer(at place: Int, length: Int) -> Int? {
    Self.integer(in: bytes, at: place, length: length, order)
  }

  private static func integer(in bytes: [UInt8], at place: Int, length: Int, _ order: ByteOrder) -> Int? {
    guard place >= 0, place <= bytes.count - length else { return nil }
    let digits = bytes[place..<place + length]
    return switch order {
    case .largeFirst: digits.reduce(0) { $0 << 8 | Int($1) }
    case .smallFirst: digits.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
