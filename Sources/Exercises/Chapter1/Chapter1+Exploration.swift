import Foundation
import Grading
import Kernels
import Literate
import Localization

extension Chapter1 {
  /// 1.4: how many significant bits a number needs for the literal formula to survive a logit.
  static let bitsForLogit = ExplorationTask(
    [Bilingual(ko: "유효 비트의 수(--bits)", en: "number of significant bits (--bits)")],
    mistakes: ["breaks", "fewerSuffice", "outOfRange"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let logit = Double(drawn.numbers.value("logit", random.pick(6...34)))
    let fewest = bits.first { survives(logit, bits: $0) } ?? bits.upperBound
    drawn.numbers.value("fewest", fewest)
    drawn.numbers.value("breaksAt", Double(fewest) * log(2), .fixed(2))
    drawn.numbers.value("oneFewerBreaksAt", Double(fewest - 1) * log(2), .fixed(2))
    drawn.numbers.value("quotient", logit / log(2), .fixed(2))
    drawn.numbers.value("radix", Double.radix)
    drawn.numbers.value("oneBit", log(2), .fixed(3))
    let floatBits = drawn.numbers.value("floatBits", Float.significandBitCount + 1)
    drawn.numbers.value("floatBreaksAt", Double(floatBits) * log(2), .fixed(2))
    drawn.example = [Double(fewest)]
    drawn.judge = { reported in
      guard let count = Int(exactly: reported[0]), bits.contains(count) else { return .mistake("outOfRange") }
      guard survives(logit, bits: count) else { return .mistake("breaks") }
      return count == fewest ? .found : .mistake("fewerSuffice")
    }
    return drawn
  }

  /// What `--bits` accepts.
  private static let bits = 2...53

  /// Whether −log(1 − 1/(1 + e⁻ˣ)) is finite where every result is rounded to so many significant bits.
  private static func survives(_ logit: Double, bits: Int) -> Bool {
    func rounded(_ value: Double) -> Double {
      let unit = value.ulp * exp2(Double(53 - bits))
      return (value / unit).rounded(.toNearestOrEven) * unit
    }
    return rounded(1 / rounded(1 + rounded(exp(-logit)))) < 1
  }
}
