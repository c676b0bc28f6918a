import Boxes
import Detection
import DrawnShapes

extension RetinaNetConfiguration {
  /// The small RetinaNet of chapter 7: everything that the large one has, on pictures of 128 × 128.
  ///
  /// A residual network with eight blocks and an eighth of ResNet-18's channels, a pyramid from P3 to P7 with 32 channels, subnets
  /// with two convolutions, and anchors half as large as the paper's, from 16 px on. Trained from scratch, it needs
  /// normalisation: by batch in the backbone, and in groups in the subnets.
  public static let shapes: RetinaNetConfiguration = {
    var configuration = RetinaNetConfiguration()
    configuration.backbone = .custom(ResidualShape(.basic, blocks: [2, 3, 2, 1], width: 8))
    configuration.channels = 32
    configuration.subnetDepth = 2
    configuration.subnetNorm = .groups(8)
    configuration.classes = .contiguous(ShapeClass.allCases.count)
    configuration.anchors = halved
    return configuration
  }()

  private static let halved: AnchorGenerator = {
    let paper = AnchorGenerator.paper
    guard let halved = try? AnchorGenerator(octaveScales: paper.octaveScales.map { $0 / 2 }) else {
      fatalError("half of the paper's scales are scales: found \(paper.octaveScales)")
    }
    return halved
  }()
}
