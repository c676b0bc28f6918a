/// What a file holds: tensors by name, in the file's order.
struct WeightContents: Sendable {
  private(set) var names: [String] = []
  private(set) var tensors: [String: StoredTensor] = [:]
  var metadata: [String: String] = [:]

  mutating func add(_ tensor: StoredTensor, named name: String) throws(WeightError.Damage) {
    guard tensors.updateValue(tensor, forKey: name) == nil else { throw .duplicate(name) }
    names.append(name)
  }
}
