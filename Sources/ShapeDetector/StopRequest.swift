import Dispatch
import Foundation
import Synchronization

/// Notices that somebody asks the process to stop (Ctrl-C, or `SIGTERM`), so that work can be brought to a good end.
///
/// Only the first request is noticed in this way: a second one ends the process at once, as if nobody had listened.
public final class StopRequest: Sendable {
  private let flag = Flag()
  /// Touched by `init` and `deinit` alone.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  private final class Flag: Sendable {
    let isRaised = Atomic(false)
  }

  /// Listens to signals of the process, for as long as the request is held on to.
  ///
  /// - Parameter signals: none where only `ask()` counts.
  public init(signals: [Int32] = [SIGINT, SIGTERM]) {
    let flag = flag, queue = DispatchQueue(label: "stop-request"), listening = DispatchSemaphore(value: 0)
    sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        flag.isRaised.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      source.setRegistrationHandler { listening.signal() }
      source.resume()
      return source
    }
    // Until then, signals would be lost.
    for _ in sources { listening.wait() }
  }

  deinit {
    for source in sources {
      source.cancel()
      signal(Int32(truncatingIfNeeded: source.handle), SIG_DFL)
    }
  }

  /// Whether somebody has asked.
  public var isAsked: Bool { flag.isRaised.load(ordering: .relaxed) }

  /// Asks as a signal would.
  public func ask() { flag.isRaised.store(true, ordering: .relaxed) }
}
