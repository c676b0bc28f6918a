import Dispatch
import Foundation
import Kernels
import Synchronization

/// Processors at hand.
public var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

/// The results of `count` independent tasks, in their order, however many threads work on them.
func inParallel<Result: Sendable>(
  _ count: Int, threads: Int, _ task: @Sendable (Int) -> Result
) -> [Result] {
  require(threads, in: 1...1024, "threads")
  let next = Mutex(0)
  let results = Mutex([Int: Result]())
  DispatchQueue.concurrentPerform(iterations: min(threads, max(count, 1))) { _ in
    while true {
      let index = next.withLock { next in
        defer { next += 1 }
        return next
      }
      guard index < count else { return }
      let result = task(index)
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { results in (0..<count).compactMap { results[$0] } }
}
