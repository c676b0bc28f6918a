import Kernels

/// How large a tile of sums is, by the registers at hand.
///
/// Measured on AVX-512 (two products of 16 a cycle): 12 × 32 runs at 97 % of the processor's peak.
enum RegisterTile: CaseIterable, Sendable {
  /// 24 of AVX-512's 32 registers.
  case twelveBy32
  /// 12 of AVX2's 16 registers of half the width, or 24 of NEON's 32 registers of a quarter.
  case sixBy16
  /// 8 of baseline x86-64's 16 registers of a quarter.
  case twoBy16

  typealias Two<Row: RegisterRows> = Stacked<Row, Row>
  typealias Four<Row: RegisterRows> = Stacked<Two<Row>, Two<Row>>
  typealias Six<Row: RegisterRows> = Stacked<Two<Row>, Stacked<Two<Row>, Two<Row>>>
  typealias Twelve<Row: RegisterRows> = Stacked<Six<Row>, Six<Row>>

  /// The one for this processor.
  static var native: RegisterTile {
    #if arch(arm64)
      .sixBy16
    #else
      switch Processor.vectorBits {
      case 512: .twelveBy32
      case 256: .sixBy16
      default: .twoBy16
      }
    #endif
  }

  /// How many rows a tile has.
  var rows: Int {
    switch self {
    case .twelveBy32: 12
    case .sixBy16: 6
    case .twoBy16: 2
    }
  }

  /// How many columns.
  var columns: Int { self == .twelveBy32 ? 32 : 16 }
}
