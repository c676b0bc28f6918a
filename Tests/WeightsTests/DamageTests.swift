import Testing

@testable import Weights

/// Headers, directories and tensors that lie.
@Suite struct DamageTests {
  @Test("a file cut off anywhere is refused", arguments: ["kinds.pth", "nested.pth", "kinds.safetensors"])
  func cut(_ name: String) throws {
    let bytes = try fixtureBytes(name)
    for count in 0..<bytes.count {
      #expect(throws: WeightError.self, "cut at \(count)") { try open(Array(bytes[..<count])) }
    }
    #expect(throws: WeightError.self) { try open(bytes + [0]) }
  }

  @Test("a length of the header that lies is refused", arguments: [3, 1 << 20, 1 << 40, UInt64.max])
  func headerLength(_ length: UInt64) {
    let bytes = withUnsafeBytes(of: length.littleEndian) { Array($0) } + Array("{}".utf8)
    #expect(damage(bytes) == .headerLength(length, of: 10))
  }

  @Test(
    "headers that are no header are refused with the reason",
    arguments: [
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
        .duplicate("a")
      ),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#,
        .gap(at: 4)
      ),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, .gap(at: 0)),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, .length(8, expected: 4)),
      (#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, .beyondStorage),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}"#, .length(8, expected: 4)),
      (#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}"#, .beyondStorage),
      (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, .beyondStorage),
      (
        #"{"a":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,8]}}"#,
        .shape([4294967296, 4294967296, 4294967296])
      ),
      (
        #"{"a":{"dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,8]}}"#,
        .shape([4611686018427387904, 4, 0])
      ),
      (#"{"a":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8]}}"#, .hugeNumber),
      (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}"#, .unexpected(0x2D, .wholeNumber)),
      (#"{"a":{"dtype":"F32","shape":[2]}}"#, .unexpected(0x7B, .field)),
      (#"{"a":{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}}"#, .unexpected(0x22, .field)),
      (#"{"a":[[[[]]]]}"#, .unexpected(0x5B, .object)), (#"{"a":{}"#, .unexpected(0x7B, .field)),
      (#"{"a"}"#, .unexpected(0x7D, .colon)), (#"{"a\x"}"#, .unexpected(0x78, .escape)),
      (#"{} x"#, .unexpected(0x78, .end)),
      (#"{"\ud800"}"#, .notText), (#"{"a"#, .endsEarly),
    ] as [(String, WeightError.Damage)])
  func headers(_ header: String, _ expected: WeightError.Damage) {
    #expect(damage(safetensors(header, data: 8)) == expected)
  }

  @Test("an unknown type of numbers is refused by name")
  func types() {
    let header = #"{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}"#
    #expect(problem(safetensors(header, data: 8))?.problem == .unknownType("F8_E4M3"))
  }

  @Test(
    "a small file that would fill the memory is refused",
    arguments: [("itself", .endless), ("levels", .endless), ("expanded", .tooManyNumbers)]
      as [(String, WeightError.Damage)])
  func small(_ name: String, _ expected: WeightError.Damage) throws {
    #expect(damage(try fixtureBytes("\(name).pth")) == expected)
  }

  @Test(
    "a tensor lies within its storage, whatever strides and offset say",
    arguments: [
      ([2, 3], [3, 1], 0, nil), ([2, 3], [1, 2], 0, nil), ([2, 3], [0, 0], 5, nil), ([1, 6], [.max, 1], 0, nil),
      ([0, 9], [.max, .max], 6, nil), ([2, 3], [3, 1], 1, .beyondStorage), ([2, 3], [4, 1], 0, .beyondStorage),
      ([2], [.max], 0, .strides), ([2], [.max - 1], 0, .beyondStorage), ([2, 2], [.max, .max], 0, .strides),
      ([2], [-1], 1, .strides), ([2], [1, 1], 0, .strides), ([1], [1], -1, .strides), ([1], [1], .max, .beyondStorage),
      ([-1], [1], 0, .shape([-1])), ([1 << 32, 1 << 32], [0, 0], 0, .shape([1 << 32, 1 << 32])),
    ] as [([Int], [Int], Int, WeightError.Damage?)])
  func strides(_ shape: [Int], _ strides: [Int], _ offset: Int, _ expected: WeightError.Damage?) {
    do throws(WeightError.Damage) {
      _ = try StoredTensor(.float32, shape: shape, strides: strides, storage: 100..<124, offset: offset)
      #expect(expected == nil)
    } catch {
      #expect(error == expected)
    }
  }

  @Test("a zip's own accounts have to agree")
  func zips() throws {
    let bytes = try fixtureBytes("kinds.pth")
    func changed(_ old: String, _ new: [UInt8]) throws -> [UInt8] {
      var bytes = bytes
      let place = try #require(bytes.indices.first { bytes[$0...].starts(with: old.utf8) })
      bytes.replaceSubrange(place..<place + new.count, with: new)
      return bytes
    }
    #expect(problem(try changed("little", Array("bigger".utf8)))?.problem == .bigEndian)
    // The directory names the first file's place for the second one too.
    let entries = bytes.indices.filter { bytes[$0...].starts(with: "PK\u{1}\u{2}".utf8) }
    var twice = bytes
    twice.replaceSubrange(entries[1] + 42..<entries[1] + 46, with: bytes[entries[0] + 42..<entries[0] + 46])
    #expect(damage(twice) != nil)
    var inside = bytes
    inside[entries[0] + 20] = 1  // two sizes of one stored file
    #expect(damage(inside) == .directory)
  }
}
