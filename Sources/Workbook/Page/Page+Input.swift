import Console
import Localization

extension Page {
  /// What `make` gives; where it cannot, the process says why in the reader's language and ends, and nothing is written.
  ///
  /// For what readers bring themselves: `page.input { () throws(SceneError) in try DetectionScene(…) }`.
  public func input<Value, Failure: BilingualError>(_ make: () throws(Failure) -> Value) -> Value {
    do { return try make() } catch { giveUp(error, task.options.language.language) }
  }
}
