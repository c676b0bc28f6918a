/// The 64-bit hash FNV-1a, byte by byte: h ← (h ⊕ byte) · prime.
///
/// - Source: Fowler, Noll and Vo; the 64-bit offset basis and prime.
package struct FNV1a {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Sixteen digits.
  package var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
