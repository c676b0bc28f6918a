import Tensors
import Testing

@testable import Weights

/// Against files that PyTorch and safetensors wrote: every type, strides of every kind, protocols 2 – 5, dictionaries in lists.
@Suite struct OutsideTruthTests {
  @Test("every tensor has the type, the shape and the numbers that Python says", arguments: Truth.fileNames)
  func tensors(_ name: String) throws {
    let expected = try #require(try Truth.read.get().files[name])
    let file = try WeightFile(at: fixture(name).path)
    #expect(file.format == (name.hasSuffix("pth") ? .torch : .safetensors))
    #expect(Set(file.names) == Set(expected.keys) && file.names.count == expected.count)
    for (name, truth) in expected {
      let stored = try #require(file[name], "\(name)")
      #expect(stored.type.torchName == truth.type && stored.shape == truth.shape, "\(name)")
      let tensor = try file.tensor(named: name), wide = try file.tensor(named: name, of: Double.self)
      #expect(tensor.shape == truth.shape && tensor.count == truth.numbers.count)
      for (index, text) in truth.numbers.enumerated() {
        let number = try #require(Double(text))
        #expect(wide.scalars[index].bitPattern == number.bitPattern, "\(name)[\(index)]")
        #expect(tensor.scalars[index].bitPattern == Float(number).bitPattern, "\(name)[\(index)]")
      }
      if stored.type.isWhole {
        #expect(try file.integers(named: name).map(String.init) == truth.numbers, "\(name)")
      } else {
        let error = #expect(throws: WeightError.self) { try file.integers(named: name) }
        #expect(error?.problem == .notWhole(stored.type))
      }
    }
  }

  @Test("names come in the order in which PyTorch saved them")
  func order() throws {
    let names = try WeightFile(at: fixture("nested.pth").path).names
    #expect(
      names.starts(with: ["model.0.weight", "model.0.bias", "model.1.weight", "model.1.bias", "model.1.running_mean"]))
  }

  @Test("what a file says about itself is read")
  func metadata() throws {
    let file = try WeightFile(at: fixture("kinds.safetensors").path)
    #expect(file.metadata == ["format": "pt", "비고": "a \"quoted\" text\n"])
  }

  @Test("every one of the 65,536 halves is the number that IEEE 754 says")
  func halves() {
    for bits in UInt16.min...UInt16.max {
      let exponent = Int(bits >> 10 & 31), fraction = Double(bits & 1023), sign: Double = bits >> 15 == 1 ? -1 : 1
      let found = Double(float(half: bits))
      switch exponent {
      case 31 where fraction > 0: #expect(found.isNaN)
      case 31: #expect(found == sign * .infinity)
      case 0: #expect(found == sign * fraction * 0x1p-24 && found.sign == (bits >> 15 == 1 ? .minus : .plus))
      default:
        #expect(found == sign * (1 + fraction / 1024) * Double(sign: .plus, exponent: exponent - 15, significand: 1))
      }
    }
  }
}
