import Foundation
import Synchronization

/// Typesetters for as many threads as ask: each is lent to one at a time, and kept, with its fonts, for the next.
final class TypesetterPool: Sendable {
  /// Fontconfig names families in the reader's language first; ours are looked up by their English names.
  static let shared: TypesetterPool = {
    setenv("FC_LANG", "en", 1)
    return TypesetterPool()
  }()

  /// A typesetter crosses from thread to thread only through the pool's lock.
  private struct Lent: @unchecked Sendable {
    let typesetter: Typesetter
  }

  private let idle = Mutex<[Lent]>([])

  func borrow<Result, Failure: Error>(_ body: (Typesetter) throws(Failure) -> Result) throws(Failure) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Lent(typesetter: Typesetter())
    defer { idle.withLock { $0.append(lent) } }
    return try body(lent.typesetter)
  }
}
