import Foundation
import Grading
import Kernels
import Literate
import Localization
import Losses

extension Chapter4 {
  /// 4.6: from which γ on does one hard object outweigh many easy backgrounds, in the loss and in the gradient?
  static let evenTotals = ExplorationTask(
    [
      Bilingual(ko: "손실의 합에서 객체가 앞서는 γ", en: "γ at which the object leads in the loss"),
      Bilingual(ko: "당기는 힘의 합에서 객체가 앞서는 γ", en: "γ at which the object leads in the pull"),
    ], mistakes: ["swapped", "sameForBoth", "backgroundsLead", "notTheLeast", "outOfRange"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let negatives = drawn.numbers.value("negatives", random.pick([200, 300, 400, 500, 700, 900]))
    let balance = Balance(negatives: Double(negatives))
    let byLoss = drawn.numbers.value("byLoss", balance.least(\.loss), .fixed(1))
    let byPull = drawn.numbers.value("byPull", balance.least(\.pull), .fixed(1))
    drawn.numbers.value("objectLoss", Balance.objectLoss, .integer)
    drawn.numbers.value("backgroundLoss", Balance.backgroundLoss, .fixed(1))
    drawn.numbers.value("lossRatio", balance.ratios(gamma: 0).loss, .significant(3))
    drawn.numbers.value("pullRatio", balance.ratios(gamma: 0).pull, .significant(3))
    drawn.numbers.value("pullRatioThere", balance.ratios(gamma: byLoss).pull, .significant(2))
    drawn.example = [byLoss, byPull]
    drawn.judge = { reported in
      guard reported.allSatisfy({ (0...10).contains($0) }) else { return .mistake("outOfRange") }
      let fits = [balance.isLeast(reported[0], \.loss), balance.isLeast(reported[1], \.pull)]
      if fits == [true, true] { return .found }
      if balance.isLeast(reported[0], \.pull), balance.isLeast(reported[1], \.loss) { return .mistake("swapped") }
      if reported[0] == reported[1] { return .mistake("sameForBoth") }
      let leads = [balance.ratios(gamma: reported[0]).loss < 1, balance.ratios(gamma: reported[1]).pull < 1]
      return .mistake(leads == [true, true] ? "notTheLeast" : "backgroundsLead")
    }
    return drawn
  }
}

/// The chapter's hard object and its easy backgrounds: what the backgrounds have for each one of the object's.
private struct Balance {
  static let objectLoss = 10.0, backgroundLoss = 0.1

  let negatives: Double

  func ratios(gamma: Double) -> (loss: Double, pull: Double) {
    func of(_ loss: Double) -> (loss: Double, pull: Double) {
      let logit = -log(expm1(loss))  // σ(x) = e^(−loss)
      return (
        focalLoss(logit: logit, target: .object, alpha: nil, gamma: gamma),
        -focalLossDerivative(logit: logit, target: .object, alpha: nil, gamma: gamma)
      )
    }
    let (object, background) = (of(Self.objectLoss), of(Self.backgroundLoss))
    return (negatives * background.loss / object.loss, negatives * background.pull / object.pull)
  }

  /// The least γ in tenths at which the object leads.
  func least(_ measure: KeyPath<(loss: Double, pull: Double), Double>) -> Double {
    (0...100).map { Double($0) / 10 }.first { ratios(gamma: $0)[keyPath: measure] < 1 } ?? .nan
  }

  /// Whether the object leads there, but not a tenth before.
  func isLeast(_ gamma: Double, _ measure: KeyPath<(loss: Double, pull: Double), Double>) -> Bool {
    ratios(gamma: gamma)[keyPath: measure] < 1 && ratios(gamma: max(gamma - 0.1, 0))[keyPath: measure] >= 1
  }
}
