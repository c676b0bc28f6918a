/// An error that can be told to a reader in their language: what is wrong, and the next step.
public protocol BilingualError: Error, CustomStringConvertible {
  /// What is wrong and what to do about it, as whole sentences.
  var message: Bilingual { get }
}

extension BilingualError {
  /// Both languages, for logs and tests. Readers get `message` in theirs.
  public var description: String { "\(message.ko) / \(message.en)" }
}
