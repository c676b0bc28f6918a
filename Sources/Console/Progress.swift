import Foundation
import Localization

/// How far a long task has come, told on standard error: a line that is written over in a terminal, and a new line at each tenth
/// of the way elsewhere.
///
/// ```swift
/// var progress = Progress(of: 600, Bilingual(ko: "훈련", en: "training"), in: .en)
/// progress.advance(to: 120, note: "loss 0.83")   // training  ███▌░░░░░░░░ 20 %  0:14, 0:56 left  loss 0.83
/// progress.end()
/// ```
package struct Progress {
  /// How many steps there are; 1 or more.
  let total: Int
  let label: String
  let language: Language
  private let start: ContinuousClock.Instant
  private let rewrites: Bool
  private var shownAt: ContinuousClock.Instant?
  private var shownTenth = -1
  /// Where a task is taken up again, its time is that of the steps since.
  private var firstStep: Int?

  package init(of total: Int, _ label: Bilingual, in language: Language) {
    (self.total, self.label, self.language) = (max(total, 1), label[language], language)
    start = .now
    rewrites = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Tells that so many steps are done.
  package mutating func advance(to done: Int, note: String = "") {
    if firstStep == nil { firstStep = max(done - 1, 0) }
    let now = ContinuousClock.now
    let isLast = done >= total
    if rewrites {
      guard isLast || shownAt.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    } else {
      guard done * 10 / total > shownTenth else { return }
      shownTenth = done * 10 / total
    }
    shownAt = now
    let line = line(done: done, elapsed: now - start, note: note)
    StandardStreams.tell(rewrites ? "\r\u{1B}[K" + line : line + "\n")
  }

  /// Makes room for a line of the task's own: the next `advance` tells anew.
  package mutating func clear() {
    guard rewrites, shownAt != nil else { return }
    StandardStreams.tell("\r\u{1B}[K")
    shownAt = nil
  }

  /// Leaves the line as it stands.
  package func end() {
    if rewrites, shownAt != nil { StandardStreams.tell("\n") }
  }

  /// `training  ███▌░░░░░░░░░░░░░░░░  20 %  0:14, 0:56 left  loss 0.83`
  func line(done: Int, elapsed: Duration, note: String) -> String {
    let share = Double(min(max(done, 0), total)) / Double(total)
    let counted = done - (firstStep ?? 0), seconds = elapsed / .seconds(1)
    let rest = counted > 0 ? seconds / Double(counted) * Double(max(total - done, 0)) : 0
    let left = done >= total ? "" : Bilingual(ko: ", 남은 시간 \(clock(rest))", en: ", \(clock(rest)) left")[language]
    let percent = String(format: "%3d %%", Int(share * 100))
    return ["\(label)  \(bar(share)) \(percent)", clock(seconds) + left, note].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  private func bar(_ share: Double) -> String {
    let cells = 20, full = Int(share * Double(cells))
    return String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
  }

  private func clock(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    return "\(seconds / 60):" + String(format: "%02d", seconds % 60)
  }
}
