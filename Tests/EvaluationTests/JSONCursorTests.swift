import Foundation
import Kernels
import Testing

@testable import Evaluation

/// The smallest piece: texts longer than 2 kB come in several.
private func cursor(_ text: String) throws -> JSONCursor {
  try JSONCursor(ByteSource(Array(text.utf8), name: "test"), pieceSize: 0)
}

@Suite struct JSONCursorTests {
  @Test("a number is the nearest Double to its text, to the last bit")
  func numbers() throws {
    var random = SplitMix64(seed: 5)
    var texts = [
      "0", "-0", "0.1", "1e22", "1e23", "9007199254740993", "0.30000000000000004", "18446744073709551615",
      "18446744073709551616", "1234567890123456789.5", "2.2250738585072011e-308", "5e-324", "1E+2", "1e-400",
      "0.5000000000000001110223024625156540423631668090820312", "9999999999999999999", "0.9999999999999999999",
    ]
    for _ in 0..<20_000 {
      texts.append("\(random.uniform())")
      texts.append("\(Double(random.next() >> 40) / 1000)")
      texts.append("\(random.next()).\(random.next() % 1000)")
      texts.append("0.\(random.next() % 1_000_000_000)\(random.next() % 10_000_000_000)")
    }
    for text in texts {
      var cursor = try cursor(text)
      let found = try cursor.double()
      let expected = try #require(Double(text))
      #expect(found.bitPattern == expected.bitPattern, "\(text)")
      try cursor.finish()
    }
  }

  @Test("what is no JSON number is refused", arguments: ["-", "01", "1.", ".5", "1e", "1e+", "+1", "--1", "1.e5", ""])
  func noNumbers(_ text: String) throws {
    var cursor = try cursor(text)
    #expect(throws: DataError.self) {
      _ = try cursor.double()
      try cursor.finish()
    }
  }

  @Test("NaN, infinity and what lies beyond Double are refused", arguments: ["NaN", "Infinity", "1e999", "-1e309"])
  func notFinite(_ text: String) throws {
    var cursor = try cursor(text)
    #expect(throws: DataError(.notFinite, file: "test", line: 1, column: 1)) { _ = try cursor.double() }
  }

  @Test(
    "strings are those of Foundation",
    arguments: [
      #""plain""#, #""\"\\\/\b\f\n\r\t""#, #""\u00e9\uD83D\uDE00 한글 é""#, #""\u0041bc""#, #""""#,
    ])
  func strings(_ text: String) throws {
    // Wherever the pieces end.
    for spaces in 2020..<2060 {
      var cursor = try cursor(String(repeating: " ", count: spaces) + text)
      #expect(
        try cursor.string() == JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
          as? String)
      try cursor.finish()
    }
  }

  @Test(
    "what is skipped has to be JSON too",
    arguments: [
      "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "[}", "{]", "tru", "nul", "\"a", "\"\\x\"", "\"\\u12g4\"",
      "\"\t\"", "[",
      "{\"a\":", "[[[", "\u{0}", "[1,\u{0}]",
    ])
  func broken(_ text: String) throws {
    for padding in [0, 2040, 2046, 2047, 2048, 5000] {
      var cursor = try cursor(String(repeating: "\n", count: padding) + text)
      #expect(throws: DataError.self) {
        try cursor.skip()
        try cursor.finish()
      }
    }
  }

  @Test("a key is compared whole, written with escapes or not")
  func keys() throws {
    var found: [String] = []
    var cursor = try cursor(
      #"{"id": 1, "\u0069d": 2, "image_id": 3, "image_id2": 4, "category_id_of_all": 5, "category_id_of_a": 6}"#)
    try cursor.object { (cursor, key) throws(DataError) in
      found.append("\(key)")
      try cursor.skip()
    }
    #expect(found == ["id", "id", "image_id", "image_id2", "category_id_of_…", "category_id_of_…"])
    #expect(JSONKey("image_id") != JSONKey("image_id2") && JSONKey("") != JSONKey("\0"))
  }

  @Test("deep nesting is refused, not followed to the end of the stack")
  func deep() throws {
    for bracket in ["[", "{\"a\":"] {
      var cursor = try cursor(String(repeating: bracket, count: 1_000_000))
      let error = #expect(throws: DataError.self) { try cursor.skip() }
      #expect(error?.problem == .tooDeep)
    }
    var fits = try cursor(String(repeating: "[", count: 256) + String(repeating: "]", count: 256))
    try fits.skip()
    try fits.finish()
  }

  @Test("a number without an end is refused")
  func endless() throws {
    var cursor = try cursor(String(repeating: "9", count: 1_000_000))
    let error = #expect(throws: DataError.self) { try cursor.skip() }
    #expect(error?.problem == .numberTooLong)
  }
}
