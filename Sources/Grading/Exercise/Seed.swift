import Foundation
import Kernels

/// What one person's numbers are drawn from.
public struct Seed: Hashable, Sendable {
  public let value: UInt64

  public init(_ value: UInt64) { self.value = value }

  /// The seed that belongs to a name: the same on every machine.
  ///
  /// - Source: Fowler, Noll, Vo, FNV-1a, over the name's UTF-8 in Unicode's canonical composition.
  public init(name: String) {
    let bytes = name.precomposedStringWithCanonicalMapping.utf8
    value = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Random numbers for one exercise: another exercise's do not depend on how many this one draws.
  public func generator(for id: ExerciseID) -> SplitMix64 {
    var random = SplitMix64(seed: value ^ UInt64(id.chapter) << 32 ^ UInt64(id.number))
    return SplitMix64(seed: random.next())
  }
}

extension Seed {
  /// A seed as people write it: `42`, `0x2a`; nil for anything else.
  public init?(text: String) {
    let text = text.lowercased()
    let value = text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
    guard let value else { return nil }
    self.init(value)
  }

  /// `0x5af3107a4000c0de`
  public var text: String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
