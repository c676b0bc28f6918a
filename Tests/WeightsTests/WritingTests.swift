import Files
import Foundation
import Kernels
import Tensors
import Testing

@testable import Weights

@Suite struct WritingTests {
  private func sample(seed: UInt64) -> SafetensorsWriter {
    var random = SplitMix64(seed: seed)
    var writer = SafetensorsWriter(metadata: ["step": "\(seed)", "이름": "\"\\\n\u{1}😀/"])
    for index in 0..<random.index(below: 8) {
      let shape = (0..<random.index(below: 4)).map { _ in random.index(below: 5) }
      let count = shape.reduce(1, *)
      let name = "층.\(index).\"\\\t"
      switch random.index(below: 3) {
      case 0:
        writer.add(name, Tensor(shape: shape, (0..<count).map { _ in Float(bitPattern: UInt32(random.next() >> 32)) }))
      case 1: writer.add(name, Tensor(shape: shape, (0..<count).map { _ in Double(bitPattern: random.next()) }))
      default: writer.add(name, integers: (0..<count).map { _ in Int(bitPattern: UInt(random.next())) }, shape: shape)
      }
    }
    return writer
  }

  @Test("16 bits of every kind come back as they were, NaN apart")
  func halves() {
    for bits in UInt16.min...UInt16.max where !float(half: bits).isNaN {
      #expect(half(nearestTo: float(half: bits)) == bits)
    }
    #expect(float(half: half(nearestTo: .nan)).isNaN)
    #expect(float(half: half(nearestTo: -65_519)) == -65_504 && float(half: half(nearestTo: 65_520)) == .infinity)
  }

  @Test("a number becomes the nearest that 16 bits hold, the even one of two as near")
  func nearest() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let scale = Float(sign: .plus, exponent: random.index(below: 40) - 26, significand: 1)
      let number = Float(random.uniform(in: -2...2)) * scale
      let bits = half(nearestTo: number), found = float(half: bits)
      guard found.isFinite else { continue }
      for neighbour in [bits &- 1, bits &+ 1] where float(half: neighbour).isFinite {
        let (own, other) = (abs(Double(found) - Double(number)), abs(Double(float(half: neighbour)) - Double(number)))
        #expect(own < other || (own == other && bits.isMultiple(of: 2)), "\(number)")
      }
    }
  }

  @Test("tensors of 16 bits take half the space, and come back within their precision")
  func halfPrecision() throws {
    try withFolder { folder in
      let path = folder + "/half.safetensors"
      let tensor = Tensor<Float>(shape: [3, 5], (0..<15).map { 0.1 * Float($0) - 0.7 })
      var writer = SafetensorsWriter()
      writer.add(half: "a", Tensor(shape: [1], [1]))
      writer.add(half: "b", tensor)
      writer.add("c", tensor)
      try writer.write(to: path)
      let file = try WeightFile(at: path)
      #expect(file["b"]?.type == .float16 && file["b"]?.shape == [3, 5])
      #expect(try file.tensor(named: "c") == tensor)
      for (found, expected) in zip(try file.tensor(named: "b").scalars, tensor.scalars) {
        #expect(abs(found - expected) <= abs(expected) * 0x1p-11)
      }
    }
  }

  @Test("reading undoes writing, to the last bit", arguments: UInt64(1)...20)
  func roundTrip(_ seed: UInt64) throws {
    try withFolder { folder in
      let writer = sample(seed: seed), path = folder + "/a.safetensors"
      try writer.write(to: path)
      let file = try WeightFile(at: path)
      #expect(file.metadata == writer.metadata)
      #expect(Set(file.names) == Set(writer.tensors.map(\.name)))
      for (name, numbers) in writer.tensors {
        #expect(file[name]?.shape == numbers.shape && file[name]?.type == numbers.type)
        switch numbers {
        case .float(let tensor):
          #expect(try file.tensor(named: name).scalars.map(\.bitPattern) == tensor.scalars.map(\.bitPattern))
        case .half: Issue.record("no sample has 16 bits")
        case .double(let tensor):
          #expect(
            try file.tensor(named: name, of: Double.self).scalars.map(\.bitPattern) == tensor.scalars.map(\.bitPattern))
        case .integers(let integers, _): #expect(try file.integers(named: name) == integers)
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.safetensors"])
    }
  }

  @Test("a file that is open keeps what it holds while another takes its name")
  func replaced() throws {
    try withFolder { folder in
      let path = folder + "/a.safetensors"
      for value in [Float(1), 2] {
        var writer = SafetensorsWriter()
        writer.add("x", Tensor(shape: [50_000], repeating: value))
        let old = value == 2 ? try WeightFile(at: path) : nil
        try writer.write(to: path)
        #expect(try WeightFile(at: path).tensor(named: "x").scalars.allSatisfy { $0 == value })
        if let old { #expect(try old.tensor(named: "x").scalars.allSatisfy { $0 == 1 }) }
      }
    }
  }

  @Test("a folder that is not there is an error with the path")
  func noFolder() {
    let path = "/no/such/folder/a.safetensors"
    #expect(throws: WeightError(.unwritable(SystemError(code: ENOENT)), file: path)) {
      try sample(seed: 1).write(to: path)
    }
  }

  @Test("out of space is an error that says so, and the old file stays")
  func full() async {
    await #expect(processExitsWith: .success) {
      let path = FileManager.default.temporaryDirectory.appending(path: "weights-\(UUID().uuidString)").path
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      defer { unlink(path) }
      // A limit on the size of files is met as the end of a disk is: in the middle of writing.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      let isLimited = setrlimit(limitOfFiles, &limit) == 0
      var writer = SafetensorsWriter()
      writer.add("x", Tensor<Float>(shape: [5000], repeating: 1))
      do throws(WeightError) {
        try writer.write(to: path)
        exit(2)
      } catch {
        guard isLimited, error == WeightError(.unwritable(SystemError(code: EFBIG)), file: path) else { exit(3) }
      }
      guard try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8) else { exit(4) }
      guard !FileManager.default.fileExists(atPath: "\(path).\(getpid()).tmp") else { exit(5) }
    }
  }
}

#if canImport(Glibc)
  private let limitOfFiles = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#else
  private let limitOfFiles = RLIMIT_FSIZE
#endif
