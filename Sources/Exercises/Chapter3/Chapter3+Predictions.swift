import Grading
import Kernels
import Literate

extension Chapter3 {
  /// 3.3: which side has the larger total of the loss at the inverse frequency α? Not the one with more examples.
  static let heavierSide = PredictionTask(["objects", "equal", "backgrounds"]) { random in
    var drawn = PredictionTask.Drawn()
    let losses = [0.05, 0.2, 0.5, 2]
    let backgrounds = Double(drawn.numbers.value("backgrounds", random.pick([50, 100, 200, 400, 800])))
    let hard = random.pick(1...3)
    let (light, heavy) = (losses[random.index(below: hard)], losses[hard])
    let (object, background) = random.pick([(heavy, light), (heavy, heavy), (light, heavy)])
    drawn.numbers.value("objectLoss", object, .atMost(2))
    drawn.numbers.value("backgroundLoss", background, .atMost(2))

    // α : 1 − α is backgrounds : 1.
    let objectTotal = backgrounds * object
    let backgroundTotal = 1 * backgrounds * background
    drawn.numbers.value("alpha", backgrounds / (backgrounds + 1), .fixed(4))
    drawn.numbers.value("objectTotal", objectTotal / (backgrounds + 1), .significant(3))
    drawn.numbers.value("backgroundTotal", backgroundTotal / (backgrounds + 1), .significant(3))
    drawn.answer =
      objectTotal > backgroundTotal ? "objects" : objectTotal < backgroundTotal ? "backgrounds" : "equal"
    return drawn
  }

  /// 3.8: which way does the bias go in the first step of gradient descent, when every probability is one half?
  static let firstStepOfBias = PredictionTask(["up", "stays", "down"]) { random in
    var drawn = PredictionTask.Drawn()
    let (ratios, percents) = ([1, 3, 9, 19, 99], [50, 75, 90, 95, 99])  // α evens each of these ratios
    let even = random.pick(1...3)
    let chosen = random.pick([percents[..<even], percents[even...even], percents[(even + 1)...]].map(Array.init))
    let percent = random.pick(chosen)
    let ratio = drawn.numbers.value("backgrounds", ratios[even])
    drawn.numbers.value("alpha", Double(percent) / 100, .fixed(2))

    // dL/db = −α (1 − p) + (1 − α) · backgrounds · p, in hundredths and without the common p = 1/2.
    let (up, down) = (percent, (100 - percent) * ratio)
    drawn.numbers.value("objectPull", Double(up) / 200, .atMost(3))
    drawn.numbers.value("backgroundPull", Double(down) / 200, .atMost(3))
    drawn.answer = up > down ? "up" : up < down ? "down" : "stays"
    return drawn
  }
}
