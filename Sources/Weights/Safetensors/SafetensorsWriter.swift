import Files
import Kernels
import Tensors

/// Collects tensors, and writes them to a `.safetensors` file that Python's package and torchvision load.
///
/// ```swift
/// var weights = SafetensorsWriter(metadata: ["format": "pt", "step": "1200"])
/// weights.add("fc.weight", weight)
/// try weights.write(to: "model.safetensors")
/// ```
public struct SafetensorsWriter: Sendable {
  enum Numbers: Sendable {
    case float(Tensor<Float>)
    case half(Tensor<Float>)
    case double(Tensor<Double>)
    case integers([Int], shape: [Int])
  }

  /// Texts that the file carries beside its tensors.
  public var metadata: [String: String]
  private(set) var tensors: [(name: String, numbers: Numbers)] = []

  public init(metadata: [String: String] = [:]) { self.metadata = metadata }

  // MARK: - Adding; every name once

  public mutating func add(_ name: String, _ tensor: Tensor<Float>) { add(name, .float(tensor)) }

  public mutating func add(_ name: String, _ tensor: Tensor<Double>) { add(name, .double(tensor)) }

  /// In half the space: each number as the nearest of 16 bits, which has 3 decimal digits and ends at 65,504.
  public mutating func add(half name: String, _ tensor: Tensor<Float>) { add(name, .half(tensor)) }

  /// Whole numbers such as `num_batches_tracked`, row after row; the shape `[]` is that of a single one.
  public mutating func add(_ name: String, integers: [Int], shape: [Int]) {
    require(integers.count, ==, shape.reduce(1, *), "as many numbers as the shape has places")
    add(name, .integers(integers, shape: shape))
  }

  private mutating func add(_ name: String, _ numbers: Numbers) {
    require(name, !=, "__metadata__", "a tensor's name is not that of the metadata")
    tensors.append((name, numbers))
  }

  // MARK: - Writing

  /// Writes the whole file or nothing: whoever reads `path` sees the old file or the new one, also after a crash.
  ///
  /// - Throws: `WeightError` where it cannot be written, such as for want of space; an older file then stays as it was.
  public func write(to path: String) throws(WeightError) {
    require(Set(tensors.map(\.name)).count, ==, tensors.count, "every tensor has a name of its own")
    // Wide numbers first, so that each begins at a multiple of its width.
    let ordered = [8, 4, 2].flatMap { size in tensors.filter { $0.numbers.type.size == size } }
    do throws(SystemError) {
      let file = try FileReplacement(of: path)
      try file.write(header(ordered))
      for (_, numbers) in ordered { try numbers.write(to: file) }
      try file.finishOnDisk()
    } catch { throw WeightError(.unwritable(error), file: path) }
  }

  /// 8 bytes with the length of what follows, and the JSON, filled up with spaces to a multiple of 8.
  private func header(_ tensors: [(name: String, numbers: Numbers)]) -> [UInt8] {
    var members: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }
      members.append("\"__metadata__\":{\(texts.joined(separator: ","))}")
    }
    var end = 0
    for (name, numbers) in tensors {
      let start = end
      end += numbers.shape.reduce(1, *) * numbers.type.size
      let shape = numbers.shape.map(String.init).joined(separator: ",")
      let type = numbers.type.safetensorsName
      members.append(
        "\(quoted(name)):{\"dtype\":\"\(type)\",\"shape\":[\(shape)],\"data_offsets\":[\(start),\(end)]}")
    }
    var json = Array("{\(members.joined(separator: ","))}".utf8)
    json += [UInt8](repeating: UInt8(ascii: " "), count: (8 - json.count % 8) % 8)
    return withUnsafeBytes(of: UInt64(json.count).littleEndian) { Array($0) } + json
  }
}

extension SafetensorsWriter.Numbers {
  var type: ElementType {
    switch self {
    case .float: .float32
    case .half: .float16
    case .double: .float64
    case .integers: .int64
    }
  }

  var shape: [Int] {
    switch self {
    case .float(let tensor), .half(let tensor): tensor.shape
    case .double(let tensor): tensor.shape
    case .integers(_, let shape): shape
    }
  }

  fileprivate func write(to file: FileReplacement) throws(SystemError) {
    switch self {
    case .float(let tensor): try file.write(tensor.scalars)
    case .half(let tensor): try file.write(tensor.scalars.map(half(nearestTo:)))
    case .double(let tensor): try file.write(tensor.scalars)
    case .integers(let integers, _): try file.write(integers)
    }
  }
}

/// A text in JSON's quotes.
private func quoted(_ text: String) -> String {
  let letters = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case _ where scalar.value < 0x20: "\\u00" + hexadecimal([UInt8(scalar.value)])
    default: String(scalar)
    }
  }
  return "\"\(letters.joined())\""
}
