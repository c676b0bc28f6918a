import Boxes
import Weights

extension RetinaNetConfiguration {
  /// Which RetinaNet a file is of: names and shapes of its tensors tell, and what they do not show, its notes.
  ///
  /// Where the file says nothing: anchors are torchvision's. ε is 0 for what is built as the weights `COCO_V1` are (91 classes,
  /// frozen normalisation, P6 from P5, none in the subnets), for they are the ones that are published in that form, and 10⁻⁵
  /// for all others. Groups are 32. Of 80 classes none is left unused, of any other number the first one is.
  ///
  /// - Parameter epsilon: what is known better than the file tells.
  /// - Returns: of what is no RetinaNet, torchvision's: whoever then loads the file learns what it lacks.
  /// - Throws: `WeightError` for a classifier's file.
  public init(of file: WeightFile, epsilon: NormEpsilon? = nil) throws(WeightError) {
    let shapes = DetectorShapes(file), notes = DetectorNotes(in: file.metadata)
    guard !shapes.isClassifier else { throw WeightError(.classifier, file: file.path) }
    self = .torchvision()
    guard let found = shapes.structure else { return }
    (backbone, channels, subnetDepth) = (found.backbone, found.channels, found.subnetDepth)
    sixthLevel = found.sixthLevel
    let groups = notes.groups ?? 32
    subnetNorm = found.isGrouped ? .groups(channels.isMultiple(of: groups) ? groups : 1) : .none
    if let own = notes.anchors, own.aspectRatios.count * own.octaveScales.count <= found.logits,
      let own = try? AnchorGenerator(own.convention, aspectRatios: own.aspectRatios, octaveScales: own.octaveScales)
    {
      anchors = own
    }
    let count = max(found.logits / anchors.anchorsPerCell, 1)
    classes = count == 80 || count == notes.classes.count ? .contiguous(count) : .fromOne(count)
    let isFirstCOCO = found.isFrozen && !found.isGrouped && sixthLevel == .fromP5 && count == 91
    let epsilon = epsilon ?? notes.epsilon ?? (isFirstCOCO ? .zero : .standard)
    backboneNorm = found.isFrozen ? .frozen(epsilon) : .trained(epsilon)
  }
}

/// What the shapes of a file's tensors say of the network, under whatever names and prefix torchvision's tensors have there.
private struct DetectorShapes {
  struct Structure {
    var backbone: Backbone
    var channels, subnetDepth, logits: Int
    var sixthLevel: SixthLevel
    var isGrouped, isFrozen: Bool
  }

  private let file: WeightFile
  private let names: WeightNames
  private let prefix: String

  init(_ file: WeightFile) {
    let last = "head.classification_head.cls_logits.weight"
    prefix = file.names.first { $0.hasSuffix(last) }.map { String($0.dropLast(last.count)) } ?? ""
    (self.file, names) = (file, WeightNames(inFile: file.names))
  }

  var isClassifier: Bool { names.isClassifier }

  private subscript(name: String) -> [Int]? { names.inFile(name).flatMap { file[prefix + $0]?.shape } }

  /// Nil where a tensor is missing or has a shape that does not go with the others: what is built by it then stays as small as
  /// the file is.
  var structure: Structure? {
    let head = "head.classification_head.", pyramid = "backbone.fpn."
    guard let shape = residualShape, let lateral = self[pyramid + "inner_blocks.2.0.weight"],
      let sixth = self[pyramid + "extra_blocks.p6.weight"], let logits = self[head + "cls_logits.weight"],
      lateral.count == 4, lateral[0] > 0, lateral.dropFirst() == [shape.channels(3), 1, 1]
    else { return nil }
    let channels = lateral[0]
    var depth = 0
    while self["\(head)conv.\(depth).0.weight"] == [channels, channels, 3, 3] { depth += 1 }
    guard logits.count == 4, logits[0] > 0, logits.dropFirst() == [channels, 3, 3] else { return nil }
    guard sixth == [channels, channels, 3, 3] || sixth == [channels, shape.channels(3), 3, 3] else { return nil }
    let known: [Backbone] = [.resNet18, .resNet34, .resNet50, .resNet101, .resNeXt101]
    return Structure(
      backbone: known.first { $0.shape == shape } ?? .custom(shape), channels: channels, subnetDepth: depth,
      logits: logits[0], sixthLevel: sixth[1] == channels ? .fromP5 : .fromC5,
      isGrouped: self[head + "conv.0.1.weight"] != nil,
      isFrozen: file[prefix + "backbone.body.bn1.num_batches_tracked"] == nil)
  }

  private var residualShape: ResidualShape? {
    let body = "backbone.body."
    guard let stem = self[body + "conv1.weight"], stem.count == 4, stem[0] > 0, stem.dropFirst() == [3, 7, 7],
      let inner = self[body + "layer1.0.conv2.weight"], inner.count == 4, inner.suffix(2) == [3, 3],
      inner[0] > 0, inner[1] > 0, inner[0] % inner[1] == 0
    else { return nil }
    let blocks = (1...4).map { stage in
      var count = 0
      while self["\(body)layer\(stage).\(count).conv1.weight"] != nil { count += 1 }
      return count
    }
    let isBottleneck = self[body + "layer1.0.conv3.weight"] != nil
    let groups = isBottleneck ? inner[0] / inner[1] : 1
    let shape = ResidualShape(
      isBottleneck ? .bottleneck : .basic, blocks: blocks, width: stem[0], groups: groups,
      groupWidth: inner[0] == stem[0] ? nil : inner[1])
    guard !blocks.contains(0), stem[0] % groups == 0 || shape.groupWidth != nil else { return nil }
    for (stage, count) in blocks.enumerated() {
      let side = isBottleneck ? shape.innerChannels(stage) : shape.channels(stage)
      for block in 0..<count
      where self["\(body)layer\(stage + 1).\(block).conv2.weight"] != [side, side / groups, 3, 3] { return nil }
    }
    return shape
  }
}
