import Foundation
import Synchronization

/// Ends what this process has started before a signal ends the process itself.
package enum Interruption {
  private static let received = Mutex<Int32?>(nil)

  /// Runs `body`, cancelled by `SIGINT` or `SIGTERM`, and ends the process as the signal would have, or with the status
  /// that `body` returns.
  package static func cancelling(_ body: @escaping @Sendable () async -> Int32) async -> Never {
    // A reader who has seen enough is met where it is written to them.
    signal(SIGPIPE, SIG_IGN)
    let task = Task(operation: body)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        received.withLock { $0 = $0 ?? number }
        task.cancel()
      }
      source.resume()
      return source
    }
    let status = await task.value
    for source in sources { source.cancel() }
    if let number = received.withLock({ $0 }) { end(by: number) }
    exit(status)
  }

  /// Sent to this thread alone: sent to the process, it could still be read by the source that was just cancelled.
  private static func end(by number: Int32) -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    exit(128 + number)
  }

  /// The same for a program whose main thread has nothing else to do. It must not merely wait: it would take the signals.
  package static func waiting(for body: @escaping @Sendable () async -> Int32) -> Never {
    Task.detached { await cancelling(body) }
    dispatchMain()
  }
}
