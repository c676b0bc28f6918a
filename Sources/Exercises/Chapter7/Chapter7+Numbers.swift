import Grading
import Kernels
import Literate

extension Chapter7 {
  /// 7.1: the parameters of the class subnet's last convolution.
  static let parameterCount = NumericTask.clear(.exact) { random in
    var drawn = NumericTask.Drawn()
    let channels = drawn.numbers.value("channels", random.pick([16, 32, 64, 128]))
    let classes = drawn.numbers.value("classes", random.pick(3...12))
    let perCell = drawn.numbers.value("perCell", random.pick([3, 6, 9]))

    let outputs = drawn.numbers.value("outputs", perCell * classes)
    let window = drawn.numbers.value("window", 3)
    let layer = ConvolutionCost(inputs: channels, outputs: outputs, window: window)
    drawn.numbers.value("perOutput", window * window * channels)
    drawn.numbers.value("weights", layer.parameters - outputs)
    drawn.answer = Double(drawn.numbers.value("answer", layer.parameters))
    drawn.mistakes = [
      "biasForgotten": Double(layer.parameters - outputs),
      "biasPerInput": Double(layer.parameters - outputs + channels),
      "oneBias": Double(layer.parameters - outputs + 1),
      "windowForgotten": Double(ConvolutionCost(inputs: channels, outputs: outputs, window: 1).parameters),
      "inputsForgotten": Double(ConvolutionCost(inputs: 1, outputs: outputs, window: window).parameters),
      "anchorsForgotten": Double(ConvolutionCost(inputs: channels, outputs: classes, window: window).parameters),
    ]
    return drawn
  }

  /// 7.2: how many boxes are decoded, where each level gives its thousand best at most?
  static let candidateCount = NumericTask.clear(.exact) { random in
    var drawn = NumericTask.Drawn()
    let counts = [
      random.pick(2100...6000), random.pick(1100...1900), random.pick(300...900), random.pick(20...150),
      random.pick(1...9),
    ]
    for (level, count) in zip(3..., counts) { drawn.numbers.value("p\(level)", count) }
    let most = drawn.numbers.value("most", 1000)
    let all = drawn.numbers.value("all", counts.reduce(0, +))
    drawn.answer = Double(drawn.numbers.value("answer", counts.reduce(0) { $0 + min($1, most) }))
    drawn.mistakes = [
      "mostOfAll": Double(most),
      "uncapped": Double(all),
      "fullLevels": Double(most * counts.count),
      "onlyFinest": Double(min(counts[0], most) + counts[1...].reduce(0, +)),
    ]
    return drawn
  }

  /// 7.3: the side of what a convolution puts out.
  static let outputSide = NumericTask.clear(.exact) { random in
    var drawn = NumericTask.Drawn()
    let window = drawn.numbers.value("window", random.pick([5, 7]))
    let stride = drawn.numbers.value("stride", random.pick(2...3))
    var side = random.pick(25...90)
    if (side - 1).isMultiple(of: stride) { side += 1 }  // a rest is left over, so that rounding counts
    drawn.numbers.value("side", side)
    func places(_ room: Int) -> Int { (room - window) / stride + 1 }
    let padding = drawn.numbers.value("padding", window / 2)

    let padded = drawn.numbers.value("padded", side + 2 * padding)
    drawn.numbers.value("room", padded - window)
    drawn.numbers.value("steps", (padded - window) / stride)
    let c5 = drawn.numbers.value("c5", 19)
    drawn.numbers.value("p6", (c5 + 2 - 3) / 2 + 1)
    drawn.numbers.value("reviewedP6", (c5 - 3) / 2 + 1)
    drawn.answer = Double(drawn.numbers.value("answer", places(padded)))
    drawn.mistakes = [
      "stepsAlone": Double(places(padded) - 1),
      "roundedUp": Double(places(padded) + 1),
      "noPadding": Double(places(side)),
      "strideForgotten": Double(padded - window + 1),
    ]
    return drawn
  }

  /// 7.4: how many pixels does a cell see through four convolutions?
  static let receptiveField = NumericTask.clear(.exact) { random in
    var drawn = NumericTask.Drawn()
    let windows = [random.pick([5, 7]), 3, random.pick([3, 5]), random.pick([3, 5])]
    let strides = [2, random.pick(1...2), random.pick(2...3), 2]
    for index in 0..<4 {
      drawn.numbers.value("window\(index + 1)", windows[index])
      drawn.numbers.value("stride\(index + 1)", strides[index])
    }

    /// Each window adds its cells but one, each as far apart as the strides below it make them.
    var (sight, distance, tooFar) = (1, 1, 1)
    for index in 0..<4 {
      drawn.numbers.value("distance\(index + 1)", distance)
      sight += (windows[index] - 1) * distance
      distance *= strides[index]
      tooFar += (windows[index] - 1) * distance
      if index < 3 { drawn.numbers.value("sight\(index + 1)", sight) }
    }
    drawn.answer = Double(drawn.numbers.value("answer", sight))
    drawn.mistakes = [
      "stridesForgotten": Double(windows.reduce(1) { $0 + $1 - 1 }),
      "ownStride": Double(tooFar),
      "sumOfWindows": Double(windows.reduce(0, +)),
      "productOfWindows": Double(windows.reduce(1, *)),
      "strideAlone": Double(distance),
    ]
    return drawn
  }
}
