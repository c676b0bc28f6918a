import Boxes
import Kernels
import Layers
import Losses
import Tensors

/// A backbone, a feature pyramid, and two subnets that look at each of its levels.
///
/// ```swift
/// let detector = RetinaNet<Float>(.torchvision(), start: .zeros)   // then read weights into detector.network
/// let outputs = detector.outputs(of: pictures)
/// ```
///
/// - Source: Lin et al. 2017, §4.
public struct RetinaNet<Scalar: TensorScalar>: Sendable {
  public typealias Value = Network<Scalar>.Value

  public let configuration: RetinaNetConfiguration
  /// The graph, with all parameters under torchvision's names.
  public var network: Network<Scalar>
  /// C2 to C5: what the stages of the backbone give.
  public let stages: [Value]
  /// P3 and those that follow.
  public let pyramid: [Value]
  /// What the subnets say of each level.
  public let logits, deltas: [Value]

  /// - Parameter start: how the parameters begin.
  public init(_ configuration: RetinaNetConfiguration = .paper, start: ParameterStart) {
    let levels = configuration.anchors.levels
    require(levels, ==, Array(PyramidLevel.allCases.prefix(levels.count)), "levels follow each other from P3 on")
    let shape = configuration.backbone.shape, perCell = configuration.anchors.anchorsPerCell
    var builder = NetworkBuilder<Scalar>(start)
    let stages = builder.residual(
      shape, norm: configuration.backboneNorm, builder.network.input, named: "backbone.body")
    let pyramid = builder.pyramid(
      over: (1...3).map { (stages[$0], shape.channels($0)) }, levels, channels: configuration.channels,
      sixth: configuration.sixthLevel, named: "backbone.fpn")
    logits = builder.subnet(
      over: pyramid, channels: configuration.channels, depth: configuration.subnetDepth, norm: configuration.subnetNorm,
      outputs: perCell * configuration.classes.count, bias: priorBias(configuration.prior),
      named: "head.classification_head", last: "cls_logits")
    deltas = builder.subnet(
      over: pyramid, channels: configuration.channels, depth: configuration.subnetDepth, norm: configuration.subnetNorm,
      outputs: perCell * 4, bias: 0, named: "head.regression_head", last: "bbox_reg")
    (self.configuration, self.stages, self.pyramid) = (configuration, stages, pyramid)
    network = builder.network
    network.outputs = logits + deltas
  }

  // MARK: - Forward

  /// What the network says of all anchors of some pictures, with the means and variances that batch normalisation followed in
  /// training.
  ///
  /// - Parameter pictures: N × 3 × H × W, red, green, blue, normalised as the weights want it.
  public func outputs(of pictures: Tensor<Scalar>) -> HeadOutputs<Scalar> {
    outputs(network.afterTraining.forward(pictures))
  }

  /// The same of a way forward that somebody went, in training say.
  public func outputs(_ activations: Activations<Scalar>) -> HeadOutputs<Scalar> {
    HeadOutputs(
      logits: logits.map { activations[$0] }, deltas: deltas.map { activations[$0] },
      classes: configuration.classes.count)
  }
}

// MARK: - The same in another type

extension RetinaNet {
  /// The same detector with numbers of another type, as it serves after training. In `Double` it says the same on every machine.
  public init<Other>(_ other: RetinaNet<Other>) {
    self.init(other.configuration, start: .zeros)
    let tensors = NamedTensors<Scalar>(
      other.network.tensors.map { name, tensor in
        (name: name, tensor: Tensor(shape: tensor.shape, tensor.scalars.map { Scalar(Double($0)) }))
      })
    do throws(TensorMismatch) { try network.take(tensors) } catch {
      fatalError("networks of one configuration have the same tensors: \(error)")
    }
    network = network.afterTraining
  }
}
