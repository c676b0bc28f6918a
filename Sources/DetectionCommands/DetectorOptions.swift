import ArgumentParser
import Console
import Detection
import Localization
import Weights

/// Which detector, and how it sees pictures.
struct DetectorOptions: ParsableArguments {
  @Option(
    file: ".safetensors, .pth", ko: "RetinaNet의 가중치 파일(torchvision의 것이나 이 책에서 훈련한 것)",
    en: "weights of a RetinaNet, torchvision's or one trained here")
  var weights: String

  @Option(
    in: 32...2048, ko: "사진의 짧은 변을 이 크기로 맞춥니다(픽셀). 말하지 않으면 torchvision처럼 800",
    en: "make the shorter side so long, in pixels; where not said, 800 as torchvision does")
  var size: Int?

  @Option(
    ko: "배치 정규화의 ε. 말하지 않으면 파일의 구조로 정합니다(torchvision의 COCO_V1은 zero)",
    en: "ε of batch normalisation; where not said, as the file's make-up suggests (zero for torchvision's COCO_V1)")
  var epsilon: EpsilonName?

  func file() throws(WeightError) -> DetectorFile {
    try DetectorFile(at: weights, epsilon: epsilon?.epsilon, size: size)
  }
}

enum EpsilonName: String, CaseIterable, Sendable {
  case zero, standard

  var epsilon: NormEpsilon {
    switch self {
    case .zero: .zero
    case .standard: .standard
    }
  }
}
