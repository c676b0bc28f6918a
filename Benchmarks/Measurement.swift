import Foundation

/// Times of one side, in milliseconds, and the memory of whole processes; what counts is the median.
struct Measurement {
  let name: String
  private var times: [Double] = []
  private var peaks: [Double] = []

  init(_ name: String) {
    self.name = name
  }

  /// In milliseconds; not a number where nothing was measured.
  var median: Double { times.median ?? .nan }

  /// "2.31 (2.20)": how many times as long as `other` it took, and in the fastest rounds of both.
  func multiple(of other: Measurement) -> String {
    let least = (times.min() ?? .nan) / (other.times.min() ?? .nan)
    return "\((median / other.median).text(decimals: 2)) (\(least.text(decimals: 2)))"
  }

  mutating func add(milliseconds: Double) {
    times.append(milliseconds)
  }

  mutating func add(_ process: WholeProcess) {
    times.append(process.milliseconds)
    peaks.append(process.peakMegabytes)
  }

  /// Runs `work` once and keeps its time.
  mutating func measure(_ work: () throws -> Void) rethrows {
    let time = try ContinuousClock().measure(work)
    add(milliseconds: time / .milliseconds(1))
  }

  /// "  focal loss, γ = 2            4.31 ms", and the peak memory where it is known.
  var line: String {
    "  " + name.padding(to: 44) + median.text(decimals: 2).leftPadding(to: 9) + " ms"
      + (peaks.median.map { $0.text(decimals: 0).leftPadding(to: 6) + " MB at its peak" } ?? "")
  }
}

extension [Double] {
  fileprivate var median: Double? {
    sorted().dropFirst(count / 2).first
  }
}

extension String {
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func leftPadding(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension Double {
  /// With so many decimals.
  func text(decimals: Int) -> String {
    String(format: "%.\(decimals)f", self)
  }
}
