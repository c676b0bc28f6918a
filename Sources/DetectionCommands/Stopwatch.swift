import Foundation
import Localization

/// Measures how long the parts of a task take, from one lap to the next.
final class Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var laps: [(name: Bilingual, seconds: Double)] = []

  init() {
    start = clock.now
    last = start
  }

  func lap(_ name: Bilingual) {
    let now = clock.now
    laps.append((name, (now - last) / .seconds(1)))
    last = now
  }

  /// `1.21초: 읽기 0.20, 탐지 0.91, 그리기 0.10`
  var report: Bilingual {
    func shown(_ seconds: Double) -> String { String(format: "%.2f", seconds) }
    let whole = shown((last - start) / .seconds(1))
    func parts(_ language: Language) -> String {
      laps.map { "\($0.name[language]) \(shown($0.seconds))" }.joined(separator: ", ")
    }
    return Bilingual(ko: "\(whole)초: \(parts(.ko))", en: "\(whole) s: \(parts(.en))")
  }
}
