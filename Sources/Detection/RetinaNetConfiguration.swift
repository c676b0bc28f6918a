import Boxes

// MARK: - What there is to choose

/// From what P6 is made.
public enum SixthLevel: Sendable, Hashable {
  /// From the last stage of the backbone: the paper, and torchvision's second version.
  case fromC5
  /// From the level below: torchvision's first version, and Detectron's Mask R-CNN.
  case fromP5
}

/// The normalisation of the backbone.
public enum BackboneNorm: Sendable, Hashable {
  /// By mean, variance, scale and shift as they are.
  case frozen(NormEpsilon)
  /// By each batch; scale and shift are trained, and mean and variance followed.
  case trained(NormEpsilon)
}

/// The ε that is added to a variance before its root is taken.
public enum NormEpsilon: Sendable, Hashable {
  /// 10⁻⁵: as good as everywhere.
  case standard
  /// 0, with which torchvision's `COCO_V1` weights of the first version were trained.
  case zero

  public var value: Double {
    switch self {
    case .standard: 1e-5
    case .zero: 0
    }
  }
}

/// The normalisation within the subnets.
public enum SubnetNorm: Sendable, Hashable {
  /// None: the paper, and torchvision's first version.
  case none
  /// Of each picture, in so many groups of channels: 32 in torchvision's second version.
  case groups(Int)
}

/// Which classes there are.
public enum ClassIndices: Sendable, Hashable {
  /// So many, counted from 0: the paper has 80.
  case contiguous(Int)
  /// So many, of which 0 is never used, as a background once was: torchvision has 91, for COCO's category numbers 1 to 90.
  case fromOne(Int)

  /// K, the number of logits of an anchor.
  public var count: Int {
    switch self {
    case .contiguous(let count), .fromOne(let count): count
    }
  }
}

// MARK: - The whole

/// Which RetinaNet.
public struct RetinaNetConfiguration: Sendable {
  public var backbone = Backbone.resNet50
  public var backboneNorm = BackboneNorm.trained(.standard)
  public var sixthLevel = SixthLevel.fromC5
  /// Channels of the pyramid and of the subnets.
  public var channels = 256
  /// How many convolutions with ReLU each subnet has before its last one.
  public var subnetDepth = 4
  public var subnetNorm = SubnetNorm.none
  public var classes = ClassIndices.contiguous(80)
  /// On which levels (P3 and those that follow), and which.
  public var anchors = AnchorGenerator.paper
  /// π, the probability of each class that a fresh network gives to every anchor.
  public var prior = 0.01

  public init() {}

  /// The paper's: 80 classes, P6 from C5.
  public static let paper = RetinaNetConfiguration()

  /// `retinanet_resnet50_fpn`: 91 classes, P6 from P5, frozen normalisation.
  ///
  /// - Parameter epsilon: `.zero` for the weights that are called `COCO_V1`.
  public static func torchvision(_ epsilon: NormEpsilon = .zero) -> RetinaNetConfiguration {
    var configuration = paper
    configuration.backboneNorm = .frozen(epsilon)
    configuration.sixthLevel = .fromP5
    configuration.classes = .fromOne(91)
    configuration.anchors = .torchvision
    return configuration
  }

  /// `retinanet_resnet50_fpn_v2`: trained normalisation, P6 from C5, and subnets with normalisation in 32 groups.
  public static let torchvisionV2: RetinaNetConfiguration = {
    var configuration = torchvision(.standard)
    configuration.backboneNorm = .trained(.standard)
    configuration.sixthLevel = .fromC5
    configuration.subnetNorm = .groups(32)
    return configuration
  }()
}
