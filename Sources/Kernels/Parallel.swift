import Foundation
import Synchronization

/// Runs `body` once for each index in 0 ..< `count`, on up to `threads` threads, and returns when all are done.
///
/// Which thread takes which indices, and when, is left to chance; so a body writes only what belongs to its index, and then
/// the number of threads changes nothing. Of very many, a thread takes neighbours at a time, in order.
///
/// - Parameters:
///   - count: how many indices, 0 or more.
///   - threads: how many threads at most, 1 or more.
///   - body: what to do with one index.
@inlinable
public func parallelFor(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
  parallelFor(count, threads: threads) { index, _ in body(index) }
}

/// The same for bodies that need room of their own.
///
/// - Parameter body: what to do with one index. `worker`, less than `threads`, says in whose room: no two bodies have the same one at
///   the same time.
@inlinable
public func parallelFor(_ count: Int, threads: Int, _ body: @Sendable (_ index: Int, _ worker: Int) -> Void) {
  require(count, >=, 0, "work is counted from 0")
  require(threads, >=, 1, "at least one thread works")
  guard threads > 1, count > 1 else {
    for index in 0..<count { body(index, 0) }
    return
  }
  let neighbours = max(1, count / (64 * threads))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { worker in
    while true {
      let first = next.wrappingAdd(neighbours, ordering: .relaxed).oldValue
      guard first < count else { return }
      for index in first..<min(first + neighbours, count) { body(index, worker) }
    }
  }
}

/// The sum of `part(index)` over 0 ..< `count`: the parts are computed on up to `threads` threads and added in the order of
/// their indices, so that the number of threads never changes a bit of the sum.
@inlinable
public func parallelSum(_ count: Int, threads: Int, _ part: @Sendable (Int) -> Double) -> Double {
  let parts = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(count, 0))
  defer { parts.deallocate() }
  nonisolated(unsafe) let results = parts
  parallelFor(count, threads: threads) { results[$0] = part($0) }
  return parts.reduce(0, +)
}
