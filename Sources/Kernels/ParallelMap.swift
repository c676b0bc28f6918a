import Synchronization

/// The results of `count` independent tasks, in the order of their indices, however many threads work on them.
///
/// - Parameters:
///   - count: how many tasks, 0 or more.
///   - threads: how many threads at most, 1 or more.
package func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ task: @Sendable (Int) -> Result
) -> [Result] {
  let results = Mutex([Int: Result](minimumCapacity: count))
  parallelFor(count, threads: threads) { index in
    let result = task(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { results in (0..<count).compactMap { results[$0] } }
}
