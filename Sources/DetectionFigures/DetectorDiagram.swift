import Boxes
import Detection
import Kernels
import Localization
import Plotting
import Tensors

/// A RetinaNet as a diagram: what gives what, and in which shape.
///
/// ```swift
/// let diagram = DetectorDiagram(detector, input: [1, 3, 600, 600])
/// page.figure("architecture", title) { diagram.architecture(backbone: "ResNet-50") }
/// ```
public struct DetectorDiagram: Sendable {
  private typealias Value = RetinaNet<Float>.Value

  private let configuration: RetinaNetConfiguration
  /// Names and shapes, C × H × W: C2 to C5, and P3 and those that follow.
  private let stages, levels: [(name: String, shape: [Int])]
  private let picture, logits, deltas: [Int]

  /// - Parameters:
  ///   - detector: with five levels.
  ///   - input: N × 3 × H × W.
  public init(_ detector: RetinaNet<Float>, input: [Int]) {
    require(detector.pyramid.count, ==, 5, "the pyramid that is drawn reaches from P3 to P7")
    let shapes = detector.network.shapes(for: input)
    func shape(_ value: Value) -> [Int] { Array(shapes[value, default: []].dropFirst()) }
    configuration = detector.configuration
    stages = detector.stages.enumerated().map { ("C\($0 + 2)", shape($1)) }
    levels = zip(detector.configuration.anchors.levels, detector.pyramid).map { ("P\($0.rawValue)", shape($1)) }
    picture = Array(input.dropFirst())
    (logits, deltas) = (shape(detector.logits[0]), shape(detector.deltas[0]))
  }

  private static func text(_ shape: [Int]) -> Bilingual { "\(shape.map(String.init).joined(separator: " × "))" }

  private func node(_ map: (name: String, shape: [Int]), of part: DetectorPart) -> Node {
    Node(map.name, "**\(map.name)**", detail: Self.text(map.shape), tint: part.tint)
  }

  // MARK: - All of it

  /// The whole network, from the picture to the answers of both subnets.
  ///
  /// - Parameter title: the name of the backbone.
  public func architecture(backbone title: String) -> Diagram {
    let (backbone, pyramid) = (DetectorPart.backbone, DetectorPart.pyramid)
    return Diagram {
      Row(spacing: 80, alignment: .leading) {
        Group("\(title)", id: "backbone", tint: backbone.tint) {
          Row(spacing: 52, alignment: .leading) {
            Node("image", Bilingual(ko: "**이미지**", en: "**image**"), detail: Self.text(picture))
            node(stages[0], of: backbone)
            Column(spacing: 48) { for stage in stages.dropFirst() { node(stage, of: backbone) } }
          }
        }
        Group("FPN", id: "pyramid", tint: pyramid.tint) {
          Column(spacing: 48) { for level in levels { node(level, of: pyramid) } }
        }
        Column(alignment: .leading) {
          subnet(
            .classificationSubnet, channels: logits[0],
            each: Bilingual(ko: "클래스 \(configuration.classes.count)", en: "\(configuration.classes.count) classes"),
            then: Bilingual(ko: " + 시그모이드", en: " + sigmoid"))
          subnet(.boxSubnet, channels: deltas[0], each: Bilingual(ko: "오프셋 4", en: "4 offsets"))
        }
      }
    } arrows: {
      Arrow(from: "image", to: "C2", tint: backbone.tint)
      Arrow(from: "C2", to: "C3", tint: backbone.tint)
      Arrow.chain("C3", "C4", "C5", tint: backbone.tint)
      for level in 3...5 { Arrow(from: "C\(level)", to: "P\(level)", tint: pyramid.tint) }
      Arrow.chain("P5", "P4", "P3", tint: pyramid.tint)
      switch configuration.sixthLevel {
      case .fromC5: Arrow(from: "C5", to: "P6", tint: pyramid.tint, leaving: .bottom)
      case .fromP5: Arrow(from: "P5", to: "P6", tint: pyramid.tint)
      }
      Arrow(from: "P6", to: "P7", tint: pyramid.tint)
      for subnet in [DetectorPart.classificationSubnet, .boxSubnet] {
        Arrow(from: "pyramid", to: subnet.rawValue, tint: subnet.tint)
        Arrow(from: subnet.rawValue + ".conv", to: subnet.rawValue + ".last")
      }
    }
  }

  private func subnet(
    _ part: DetectorPart, channels: Int, each: Bilingual, then: Bilingual = ""
  ) -> Group {
    let perCell = configuration.anchors.anchorsPerCell
    return Group(part.name, id: part.rawValue, tint: part.tint) {
      Column(spacing: 44) {
        Node(
          part.rawValue + ".conv", Bilingual(ko: "3 × 3 합성곱 + ReLU", en: "3 × 3 convolution + ReLU"),
          detail: Bilingual(
            ko: "\(configuration.subnetDepth)번, \(configuration.channels)채널",
            en: "\(configuration.subnetDepth) times, \(configuration.channels) channels"),
          tint: part.tint)
        Node(
          part.rawValue + ".last",
          Bilingual(ko: "3 × 3 합성곱" + then.ko, en: "3 × 3 convolution" + then.en),
          detail: each.map { "\(channels) = \(perCell) × \($0)" }, tint: part.tint)
      }
    }
  }

  // MARK: - From the top down

  /// How P5, P4 and P3 come of C5, C4 and C3.
  public func topDown() -> Diagram {
    let (backbone, pyramid) = (DetectorPart.backbone, DetectorPart.pyramid)
    let rows = zip(stages.dropFirst(), levels).reversed()
    return Diagram {
      Row(spacing: 320, alignment: .leading) {
        Column(spacing: 90) { for (stage, _) in rows { node(stage, of: backbone) } }
        Column(spacing: 90) {
          for (stage, level) in rows {
            Node(
              "sum" + stage.name, stage.name == "C5" ? Bilingual(ko: "더할 것 없음", en: "nothing to add") : "**+**",
              detail: Self.text(level.shape), tint: pyramid.tint)
          }
        }
        Column(spacing: 90) { for (_, level) in rows { node(level, of: pyramid) } }
      }
    } arrows: {
      for (stage, level) in rows {
        Arrow(from: stage.name, to: "sum" + stage.name, "1 × 1")
        Arrow(from: "sum" + stage.name, to: level.name, "3 × 3")
      }
      for (upper, lower) in zip(rows, rows.dropFirst()) {
        let sides = "\(upper.0.shape[1]) → \(lower.0.shape[1])"
        Arrow(
          from: "sum" + upper.0.name, to: "sum" + lower.0.name,
          Bilingual(ko: "키우기: \(sides)", en: "enlarge: \(sides)"), tint: pyramid.tint)
      }
    }
  }
}
