/// What a pickle's instructions work with. What holds other values lies on the reader's heap, and only its number is here:
/// values that hold each other, or are nested a million deep, then cost nothing when they are let go.
enum PickleValue: Equatable {
  case none
  case bool(Bool)
  case integer(Int)
  case fraction
  case text(String)
  case callable(PickleCallable)
  case object(Int)
}

/// What holds values, or is one that only PyTorch has.
enum PickleObject {
  case list([PickleValue])
  /// Keys and values in turn.
  case dictionary([PickleValue])
  case storage(PickleStorage)
  case tensor(StoredTensor)
}

/// Numbers of one type in a file, which several tensors may share.
struct PickleStorage {
  /// Nil for bytes without a type.
  let type: ElementType?
  let bytes: Range<Int>
}

/// The names that a pickle of tensors needs; no other is looked up.
enum PickleCallable: Equatable {
  case orderedDictionary, size, tensor, typedTensor, parameter
  case storage(ElementType), bytes
  case type(ElementType)

  init?(module: String, name: String) {
    switch (module, name) {
    case ("collections", "OrderedDict"): self = .orderedDictionary
    case ("torch", "Size"): self = .size
    case ("torch._utils", "_rebuild_tensor_v2"): self = .tensor
    case ("torch._utils", "_rebuild_tensor_v3"): self = .typedTensor
    case ("torch._utils", "_rebuild_parameter"): self = .parameter
    case ("torch.storage", "UntypedStorage"), ("torch", "UntypedStorage"): self = .bytes
    case ("torch", _):
      if let type = ElementType.allCases.first(where: { $0.storageName == name }) {
        self = .storage(type)
      } else if let type = ElementType.allCases.first(where: { $0.torchName == name }) {
        self = .type(type)
      } else {
        return nil
      }
    default: return nil
    }
  }
}
