import Testing

@testable import Weights

/// Small pickles written by hand.
@Suite struct PickleTests {
  private func run(_ pickle: [UInt8]) throws(WeightError) -> PickleValue {
    let file = try MappedFile(pickle, name: "test")
    var reader = PickleReader(ByteCursor(file, 0..<pickle.count, part: "data.pkl")) { _ in 0..<0 }
    return try reader.read()
  }

  @Test(
    "numbers in a pickle are Python's",
    arguments: [
      ([0x8A, 0], 0), ([0x8A, 1, 0xFF], -1), ([0x8A, 2, 0xFF, 0], 255), ([0x8A, 8, 0, 0, 0, 0, 0, 0, 0, 0x80], .min),
      ([0x8A, 7, 0, 0, 0, 0, 0, 0, 0x80], -1 << 55), ([0x4A, 0xFE, 0xFF, 0xFF, 0xFF], -2), ([0x4D, 1, 2], 513),
    ] as [([UInt8], Int)])
  func integers(_ pickle: [UInt8], _ expected: Int) throws {
    #expect(try run(pickle + [0x2E]) == .integer(expected))
  }

  @Test(
    "instructions without their values are refused",
    arguments: [
      ".", "a.", "R.", "b.", "Q.", "t.", "(t(u.", "}(Nu.", "](NNu.", "}(NNe.", "}Na.", "Na.", "h\u{1}.", "(0.",
      "\u{7F}.", "NNR.", "Nb.", "}",
    ])
  func instructions(_ pickle: String) {
    #expect(throws: WeightError.self) { try run(Array(pickle.utf8)) }
  }

  @Test("half a million values within each other, or more of anything, end in an error or a value")
  func many() throws {
    let count = 600_000
    for opcodes in ["]", "(", "N", "}", ")"] {
      #expect(throws: WeightError.self) { try run([UInt8](repeating: Array(opcodes.utf8)[0], count: count)) }
    }
    _ = try run([0x29] + [UInt8](repeating: 0x85, count: 500_000) + [0x2E])
    #expect(throws: WeightError.self) { try run([0x29] + [UInt8](repeating: 0x85, count: count) + [0x2E]) }
  }
}
