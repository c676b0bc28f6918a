import Localization
import Tensors

/// The tensors of a `.safetensors` file or of PyTorch's `.pth`, by name; what the file is, its contents say and not its name.
///
/// ```swift
/// let weights = try WeightFile(at: "retinanet_resnet50_fpn_coco.pth")
/// weights["head.classification_head.cls_logits.bias"]?.shape           // [819]
/// let bias = try weights.tensor(named: "head.classification_head.cls_logits.bias")
/// ```
///
/// Opening a file reads what it says about its tensors, and checks it; the numbers are fetched one tensor at a time, when they
/// are asked for. Nothing in a file is ever run. Checksums of a zip are not looked at.
public struct WeightFile: Sendable {
  public enum Format: Sendable, Hashable {
    case safetensors, torch
  }

  public let path: String
  public let format: Format
  private let file: MappedFile
  private let contents: WeightContents

  /// - Throws: `WeightError`, which names the file, the place in it and the next step.
  public init(at path: String) throws(WeightError) {
    try self.init(MappedFile(path: path))
  }

  init(_ file: MappedFile) throws(WeightError) {
    (self.file, path) = (file, file.path)
    format = try Format(of: file)
    contents =
      switch format {
      case .safetensors: try SafetensorsReader(file).contents
      case .torch: try TorchReader(file).contents
      }
  }

  // MARK: - What there is

  /// The names of all tensors, in the file's order. Dictionaries within dictionaries are joined by dots: `model.fc.weight`.
  public var names: [String] { contents.names }

  /// Type and shape of a tensor; nil where none has that name.
  public subscript(name: String) -> StoredTensor? { contents.tensors[name] }

  /// What a `.safetensors` file says about itself.
  public var metadata: [String: String] { contents.metadata }

  // MARK: - Numbers

  /// A tensor's numbers, each the nearest `Float`.
  public func tensor(named name: String) throws(WeightError) -> Tensor<Float> {
    try tensor(named: name, of: Float.self)
  }

  /// A tensor's numbers, each the nearest `Scalar`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func tensor<Scalar: TensorScalar>(
    named name: String, of scalar: Scalar.Type
  ) throws(WeightError) -> Tensor<Scalar> {
    let stored = try stored(name)
    return Tensor(shape: stored.shape, stored.scalars(from: file))
  }

  /// The whole numbers of a tensor such as `num_batches_tracked`, row after row.
  public func integers(named name: String) throws(WeightError) -> [Int] {
    let stored = try stored(name)
    guard let integers = stored.integers(from: file) else {
      throw WeightError(.notWhole(stored.type), file: path, place: .named(name))
    }
    return integers
  }

  private func stored(_ name: String) throws(WeightError) -> StoredTensor {
    if let stored = contents.tensors[name] { return stored }
    throw WeightError(.noTensor(nearest: nearest(to: name, among: names)), file: path, place: .named(name))
  }
}

/// The nearest of a file's names, which may be very many or very long: only the first ones are looked at that come into question.
func nearest(to name: String, among names: some Sequence<String>) -> String? {
  let count = name.utf8.count
  guard count <= 256 else { return nil }
  let candidates = names.lazy.filter { abs($0.utf8.count - count) * 3 <= max($0.utf8.count, count) }
  return nearestName(to: name, among: Array(candidates.prefix(500)))
}
