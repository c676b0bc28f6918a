import Foundation
import Testing

@testable import ShapeDetector

@Suite struct StopRequestTests {
  @Test("a signal is noticed, and ends nothing")
  func signal() {
    let request = StopRequest(signals: [SIGUSR1])
    #expect(!request.isAsked)
    kill(getpid(), SIGUSR1)
    for _ in 0..<500 where !request.isAsked { usleep(10_000) }
    #expect(request.isAsked)
  }

  @Test("what has been asked stays asked")
  func asked() {
    let request = StopRequest(signals: [])
    #expect(!request.isAsked)
    request.ask()
    #expect(request.isAsked && request.isAsked)
  }
}
