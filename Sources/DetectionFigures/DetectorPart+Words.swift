import Detection
import Localization
import Plotting

extension DetectorPart {
  /// What texts and figures call it.
  public var name: Bilingual {
    switch self {
    case .backbone: Bilingual(ko: "백본", en: "backbone")
    case .pyramid: Bilingual(ko: "피라미드", en: "pyramid")
    case .classificationSubnet: Bilingual(ko: "분류 서브네트워크", en: "class subnet")
    case .boxSubnet: Bilingual(ko: "상자 서브네트워크", en: "box subnet")
    }
  }

  /// Its colour in every figure.
  public var tint: Tint {
    switch self {
    case .backbone: .series(0)
    case .pyramid: .series(2)
    case .classificationSubnet: .series(1)
    case .boxSubnet: .series(3)
    }
  }
}
