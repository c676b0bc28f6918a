import Foundation
import Synchronization

/// As many programs at a time as there are processors: more would only make each other late, and time runs out for all of them.
/// One that sleeps leaves room for another in any case.
final class Turns: Sendable {
  static let ofThisMachine = Turns(max(2, ProcessInfo.processInfo.activeProcessorCount))

  private struct State {
    var free: Int
    /// Who has waited longest comes first.
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(free: count)) }

  func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  func giveBack() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
