import Boxes
import Localization

extension MissingAnchor {
  /// The reason in a table.
  public var name: Bilingual {
    switch self {
    case .taken: Bilingual(ko: "다른 객체와 더 겹침", en: "another object's")
    case .tooSmall: Bilingual(ko: "너무 작음", en: "too small")
    case .tooLarge: Bilingual(ko: "너무 큼", en: "too large")
    case .shape: Bilingual(ko: "모양이 다름", en: "of another shape")
    case .place: Bilingual(ko: "가운데가 멂", en: "centres too far")
    }
  }
}
