import Detection
import Evaluation
import Localization

/// What a detector calls one of its classes.
struct DetectedClass: Sendable, Hashable {
  /// As data sets number it.
  let categoryID: Int
  let name: Bilingual
  /// Whether the name is more than its number.
  let isNamed: Bool

  private init(_ categoryID: Int, name: Bilingual? = nil) {
    self.categoryID = categoryID
    self.name = name ?? Bilingual(ko: "클래스 \(categoryID)", en: "class \(categoryID)")
    isNamed = name != nil
  }
}

extension DetectedClass {
  /// The classes of a detector, by index.
  ///
  /// With names of its own it numbers them from 1 on. Else 91 classes are COCO's numbers and 80 its categories in their order; any
  /// other number is that of a network that leaves 0 to the background, as torchvision's do, and its classes have only numbers.
  static func all(of configuration: RetinaNetConfiguration, names: [Bilingual]) -> [DetectedClass] {
    let count = configuration.classes.count
    if names.count == count { return names.enumerated().map { DetectedClass($0 + 1, name: $1) } }
    switch configuration.classes {
    case .contiguous(80): return COCOCategory.all.map { DetectedClass($0.id, name: $0.name) }
    case .fromOne(91): return (0..<91).map { DetectedClass($0, name: COCOCategory.named[$0]?.name) }
    default: return (0..<count).map { DetectedClass($0) }
    }
  }
}
