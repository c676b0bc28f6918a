import Localization

/// A detector, or a way of proposing regions, that the slides name: what it does, in one line.
public struct NamedMethod: Sendable {
  public enum Kind: Sendable, Hashable {
    case proposals, twoStage, oneStage

    public var name: Bilingual {
      switch self {
      case .proposals: Bilingual(ko: "영역 제안", en: "proposals")
      case .twoStage: Bilingual(ko: "투스테이지", en: "two-stage")
      case .oneStage: Bilingual(ko: "원스테이지", en: "one-stage")
      }
    }
  }

  public let name: Bilingual
  public let kind: Kind
  public let summary: Bilingual

  private init(_ name: Bilingual, _ kind: Kind, ko: String, en: String) {
    (self.name, self.kind, summary) = (name, kind, Bilingual(ko: ko, en: en))
  }

  /// Proposals first, then detectors in the order in which they build on each other.
  public static let all: [NamedMethod] = [
    .init(
      "Selective Search", .proposals, ko: "색과 무늬가 비슷한 이웃 조각을 합쳐 가며 자리를 제안합니다.",
      en: "merges neighbouring patches of like colour and texture into boxes"),
    .init(
      "EdgeBoxes", .proposals, ko: "상자 안에 온전히 든 윤곽선이 많을수록 높은 점수를 줍니다.",
      en: "scores a box the higher, the more contours lie wholly in it"),
    .init(
      "DeepMask", .proposals, ko: "신경망이 객체의 모양(마스크)과 점수를 함께 예측합니다.",
      en: "a network predicts an object's shape (mask) and a score"),
    .init(
      "RPN", .proposals, ko: "앵커마다 객체인지 아닌지 판정하고 상자를 고칩니다.",
      en: "judges for every anchor whether it holds an object, and corrects its box"),
    .init(
      "R-CNN", .twoStage, ko: "제안마다 이미지를 잘라 합성곱 신경망에 넣습니다.",
      en: "cuts every proposal out of the image and runs a network on it"),
    .init(
      "Fast R-CNN", .twoStage, ko: "신경망을 이미지에 한 번만 쓰고, 제안마다 특징을 잘라 냅니다.",
      en: "runs the network once on the image and cuts each proposal out of the features"),
    .init(
      "Faster R-CNN", .twoStage, ko: "제안도 RPN에 맡겨, 두 단계가 특징을 함께 씁니다.",
      en: "leaves proposing to an RPN that shares its features"),
    .init(
      "R-FCN", .twoStage, ko: "클래스와 위치별 점수 지도를 한 번에 만들고, 제안마다 그 점수를 모읍니다.",
      en: "makes maps of scores by class and position once, and pools them for each proposal"),
    .init(
      "YOLO", .oneStage, ko: "격자의 칸마다 상자, 객체 여부, 클래스를 예측합니다.",
      en: "every cell of a grid predicts boxes, objectness and class"),
    .init(
      "SSD", .oneStage, ko: "크기가 다른 여러 특징 맵의 자리마다 상자와 클래스를 예측합니다.",
      en: "predicts boxes and classes at every place of several feature maps of different size"),
    .init(
      "RetinaNet", .oneStage, ko: "특징 피라미드의 모든 앵커를 초점 손실로 훈련합니다.",
      en: "trains all anchors of a feature pyramid with the focal loss"),
  ]
}
