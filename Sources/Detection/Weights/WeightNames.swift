/// By which name a file has a tensor of the network: torchvision's for detectors is the network's own, older files have others,
/// and classifiers have the backbone alone.
struct WeightNames {
  /// What the file has, also without a first part such as "module".
  private let names: Set<String>
  /// Whether the file is a classifier's.
  let isClassifier: Bool

  init(inFile names: [String]) {
    self.names = Set(names.flatMap { [$0, $0.droppingFirstPart] })
    isClassifier =
      self.names.contains("conv1.weight") && !self.names.contains { $0.hasPrefix("backbone.") || $0.hasPrefix("head.") }
  }

  /// The file's name for a tensor of the network; nil where a classifier has none. Its own name where the file has neither.
  func inFile(_ name: String) -> String? {
    if isClassifier {
      return name.hasPrefix(Self.backbone) ? String(name.dropFirst(Self.backbone.count)) : nil
    }
    let older = Self.older(name)
    return !names.contains(name) && names.contains(older) ? older : name
  }

  /// Whether a file may have a tensor that no network asks for: how many batches a normalisation has seen, and of a classifier
  /// its last layer.
  func isDispensable(_ name: String) -> Bool {
    name.hasSuffix("num_batches_tracked") || isClassifier && (name.hasSuffix("fc.weight") || name.hasSuffix("fc.bias"))
  }

  private static let backbone = "backbone.body."

  /// As torchvision called it at first.
  ///
  /// In "head.classification_head.conv.2.0.weight" each ReLU counted, too: "head.classification_head.conv.4.weight". And
  /// "backbone.fpn.inner_blocks.1.0.weight" was "backbone.fpn.inner_blocks.1.weight".
  private static func older(_ name: String) -> String {
    var parts = name.split(separator: ".").map(String.init)
    guard parts.count == 6, parts[4] == "0", let place = Int(parts[3]) else { return name }
    switch parts[2] {
    case "conv": parts[3] = String(2 * place)
    case "inner_blocks", "layer_blocks": break
    default: return name
    }
    parts.remove(at: 4)
    return parts.joined(separator: ".")
  }
}

extension String {
  fileprivate var droppingFirstPart: String { firstIndex(of: ".").map { String(self[index(after: $0)...]) } ?? self }
}
