import Boxes
import Grading
import Kernels
import Literate
import Localization

// MARK: - 7.5: which of two convolutions has more parameters, and which does more work?

extension Chapter7 {
  static let parametersOrWork = PredictionTask(["both", "parametersAlone", "workAlone", "neither"]) { random in
    var drawn = PredictionTask.Drawn()
    let side = random.pick([512, 600, 640, 800])
    let wanted = random.pick(["both", "parametersAlone", "workAlone", "neither"])
    var pair = (random.pick(placed), random.pick(placed))
    while outcome(pair, side: side) != wanted { pair = (random.pick(placed), random.pick(placed)) }

    for (name, (layer, level)) in [("a", pair.0), ("b", pair.1)] {
      drawn.numbers.value(name + "Inputs", layer.inputs)
      drawn.numbers.value(name + "Outputs", layer.outputs)
      drawn.numbers.value(name + "Window", layer.window)
      let cells = level.cells(along: side)
      drawn.numbers.value(name + "Side", cells)
      drawn.numbers.value(name + "Cells", cells * cells)
      drawn.numbers.value(name + "Parameters", layer.parameters)
      drawn.numbers.value(name + "Work", work(layer, level, side))
    }
    drawn.answer = wanted
    return drawn
  }

  /// Convolutions of RetinaNet with the level on which they are computed.
  private static let placed: [(ConvolutionCost, PyramidLevel)] =
    PyramidLevel.allCases.map { (ConvolutionCost(inputs: 256, outputs: 256, window: 3), $0) }  // within a subnet
    + [.p3, .p5, .p7].map { (ConvolutionCost(inputs: 256, outputs: 720, window: 3), $0) }  // scores of 80 classes
    + [.p3, .p4].map { (ConvolutionCost(inputs: 256, outputs: 36, window: 3), $0) }  // offsets
    + [
      (ConvolutionCost(inputs: 2048, outputs: 256, window: 3), .p6),  // P6 of C5
      (ConvolutionCost(inputs: 2048, outputs: 256, window: 1), .p5),  // C5 to 256 channels
      (ConvolutionCost(inputs: 512, outputs: 256, window: 1), .p3),  // C3 to 256 channels
    ]

  private static func work(_ layer: ConvolutionCost, _ level: PyramidLevel, _ side: Int) -> Int {
    layer.multiplyAdds(cells: level.cells(along: side) * level.cells(along: side))
  }

  /// What the first one has more of; nil where either is near to a tie.
  private static func outcome(
    _ pair: ((ConvolutionCost, PyramidLevel), (ConvolutionCost, PyramidLevel)), side: Int
  ) -> String? {
    let parameters = Double(pair.0.0.parameters) / Double(pair.1.0.parameters)
    let work = Double(work(pair.0.0, pair.0.1, side)) / Double(work(pair.1.0, pair.1.1, side))
    guard [parameters, work].allSatisfy({ max($0, 1 / $0) > 1.5 }) else { return nil }
    return switch (parameters > 1, work > 1) {
    case (true, true): "both"
    case (true, false): "parametersAlone"
    case (false, true): "workAlone"
    case (false, false): "neither"
    }
  }
}

// MARK: - 7.7: from how many classes on is the class subnet so many times as large as the box subnet?

extension Chapter7 {
  static let classesForFactor = ExplorationTask(
    [
      Bilingual(ko: "클래스의 수(--classes)", en: "classes (--classes)")
    ], mistakes: ["outOfRange", "notSmallest", "lastAlone"], results: ["ratio"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let factor = drawn.numbers.value("factor", Double(random.pick(12...40)) / 10, .fixed(1))
    let box = subnet(outputsPerAnchor: 4)
    @Sendable func isEnough(_ classes: Int) -> Bool {
      Double(subnet(outputsPerAnchor: classes)) >= factor * Double(box)
    }
    let fewest = (1...1000).first(where: isEnough) ?? 1000

    drawn.numbers.value("fewest", fewest)
    drawn.numbers.value("boxSubnet", box)
    drawn.numbers.value("classSubnet", subnet(outputsPerAnchor: fewest))
    drawn.numbers.value("oneFewer", subnet(outputsPerAnchor: fewest - 1))
    drawn.numbers.value("perClass", subnet(outputsPerAnchor: 2) - subnet(outputsPerAnchor: 1))
    let lastAlone = Int((4 * factor).rounded(.up))  // if the last convolution were all there is
    drawn.judge = { reported in
      guard let classes = Int(exactly: reported[0]), (1...1000).contains(classes) else { return .mistake("outOfRange") }
      switch (isEnough(classes), isEnough(classes - 1)) {
      case (true, false): return .found
      case (true, true): return .mistake("notSmallest")
      case (false, _):
        if classes == lastAlone { return .mistake("lastAlone") }
        return .missed(["ratio": Double(subnet(outputsPerAnchor: classes)) / Double(box)])
      }
    }
    drawn.example = [Double(fewest)]
    return drawn
  }

  /// Four convolutions and a last one, for nine anchors of a cell.
  private static func subnet(outputsPerAnchor: Int) -> Int {
    let inner = ConvolutionCost(inputs: 256, outputs: 256, window: 3)
    return 4 * inner.parameters + ConvolutionCost(inputs: 256, outputs: 9 * outputsPerAnchor, window: 3).parameters
  }
}
