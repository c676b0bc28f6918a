import Foundation
import Kernels
import Testing

@testable import Grading

/// Computed in Python 3.11 from the definitions of FNV-1a (64 bits, over UTF-8 in NFC) and SplitMix64: the name's seed, and the
/// first two numbers for exercise 3.2.
private let truth: [(name: String, seed: UInt64, first: UInt64, second: UInt64)] = [
  ("", 0xCBF2_9CE4_8422_2325, 0x3149_5364_3EF6_2EF5, 0xA75C_3BA9_CEC0_2FCB),
  ("a", 0xAF63_DC4C_8601_EC8C, 0x2041_35DA_473B_5285, 0xF38D_B015_8465_A7BB),
  ("foobar", 0x8594_4171_F739_67E8, 0xE5C5_1517_9374_EEA9, 0x0690_BD81_CD38_07D7),
  ("홍길동", 0x3ED2_DDCB_F25E_5979, 0x0651_E556_EF3E_B034, 0xE683_B2A2_C9F2_CDF1),
  ("김 철수", 0xDBB9_6D44_752E_ABFA, 0xD495_1C7A_B07E_F11D, 0x992B_50ED_DC8F_FEC9),
  ("Zoë", 0x17A3_B76D_1A6F_5CBC, 0x8466_ACDD_AA40_1211, 0x38E5_5124_B503_54C9),
  ("O'Brien, \"Pat\"", 0x4C06_B8F4_457B_8194, 0x0875_6ACA_3709_56FC, 0xBB52_1972_BC6C_42BC),
]

@Suite struct SeedTests {
  @Test("a name gives the same numbers on every machine")
  func names() {
    for (name, seed, first, second) in truth {
      #expect(Seed(name: name).value == seed)
      var random = Seed(name: name).generator(for: "3.2")
      #expect(random.next() == first)
      #expect(random.next() == second)
    }
  }

  @Test("a name means the same however its letters are put together")
  func composition() {
    for (name, seed, _, _) in truth {
      #expect(Seed(name: name.decomposedStringWithCanonicalMapping).value == seed)
    }
  }

  @Test("every exercise has numbers of its own")
  func exercises() {
    let ids = (0...7).flatMap { chapter in (1...9).map { ExerciseID(chapter: chapter, number: $0) } }
    let firsts = ids.map { id in
      var random = Seed(1).generator(for: id)
      return random.next()
    }
    #expect(Set(firsts).count == ids.count)
  }
}
