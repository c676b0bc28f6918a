/// The paper's backbones by the names under which they are chosen on a command line.
public enum NamedBackbone: String, CaseIterable, Sendable {
  case resnet18, resnet34, resnet50, resnet101, resnext101

  public var backbone: Backbone {
    switch self {
    case .resnet18: .resNet18
    case .resnet34: .resNet34
    case .resnet50: .resNet50
    case .resnet101: .resNet101
    case .resnext101: .resNeXt101
    }
  }

  /// ResNet-50.
  public var title: String {
    rawValue.replacing("resnext", with: "ResNeXt-").replacing("resnet", with: "ResNet-")
  }
}
