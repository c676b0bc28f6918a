/// Times of one side, in milliseconds; what counts is their median.
struct Measurement {
  let name: String
  private var times: [Double] = []

  init(_ name: String) {
    self.name = name
  }

  var median: Double {
    let sorted = times.sorted()
    guard let middle = sorted.dropFirst(sorted.count / 2).first else { return .nan }
    return middle
  }

  mutating func add(milliseconds: Double) {
    times.append(milliseconds)
  }

  /// Runs `work` once and keeps its time.
  mutating func measure(_ work: () -> Void) {
    let time = ContinuousClock().measure(work)
    add(milliseconds: time / .milliseconds(1))
  }

  /// "  focal loss, γ = 2            4.31 ms"
  var line: String {
    "  " + name.padding(to: 44) + median.text(decimals: 2).leftPadding(to: 9) + " ms"
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
