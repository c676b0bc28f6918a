import Boxes
import Kernels
import Layers
import Losses
import Tensors
import Testing

@testable import Detection

@Suite struct LossTests {
  let outputs = Samples.outputs(Double.self)
  let assignments: [Assignment]

  init() throws {
    assignments = try [Samples.objects, []].map {
      try Assignment(of: $0, to: Samples.anchors, by: .torchvision, classes: 3)
    }
    #expect(assignments[0].positives.count > 2)
    #expect(assignments[0].targets.contains(.ignored) && assignments[0].targets.contains(.background))
  }

  @Test("slopes match central differences, whatever the loss is")
  func slopes() {
    for classification in [.paper, .crossEntropy, .focalStar(gamma: 2, beta: 1)] as [ClassificationLoss] {
      for division in [.positivesOfBatch, .positivesOfPicture] as [DetectionLoss.Division] {
        let loss = DetectionLoss(classification: classification, box: .smoothL1(beta: 0.5), division: division)
        let found = loss.of(outputs, assignments)
        for level in outputs.logits.indices {
          let ofLogits = centralDifferences(at: outputs.logits[level]) { changed in
            loss.of(outputs.replacing(logits: changed, level), assignments).total
          }
          #expect(isNear(found.logitSlopes[level], ofLogits))
          let ofDeltas = centralDifferences(at: outputs.deltas[level]) { changed in
            loss.of(outputs.replacing(deltas: changed, level), assignments).total
          }
          #expect(isNear(found.deltaSlopes[level], ofDeltas))
        }
      }
    }
  }

  @Test("focal loss with γ = 0 is cross entropy, and so is FL* with γ = 1 and β = 0")
  func crossEntropy() {
    let logits = outputs.logitsOfAnchors[picture: 0], targets = assignments[0].targets
    let sum = targets.enumerated().reduce(0.0) { sum, anchor in
      (0..<3).reduce(sum) {
        let target: Target = anchor.element == .object($1) ? .object : .background
        return anchor.element == .ignored
          ? $0 : $0 + binaryCrossEntropy(logit: logits[anchor.offset, $1], target: target)
      }
    }
    #expect(abs(ClassificationLoss.crossEntropy.sum(logits: logits, targets: targets).sum - sum) < 1e-12)
    let star = ClassificationLoss.focalStar(gamma: 1, beta: 0).sum(logits: logits, targets: targets).sum
    #expect(abs(star - sum) < 1e-12)
  }

  @Test("Float says what Double says")
  func precisions() {
    let float = DetectionLoss.paper.of(Samples.outputs(Float.self), assignments)
    let double = DetectionLoss.paper.of(outputs, assignments)
    #expect(abs(float.classification - double.classification) < 1e-5 * double.classification)
    #expect(abs(float.box - double.box) < 1e-5 * double.box)
    for (float, double) in zip(float.logitSlopes, double.logitSlopes) {
      #expect(isNear(Tensor(shape: float.shape, float.scalars.map { Double($0) }), double, within: 1e-5))
    }
  }

  @Test("what is ignored has no slope, and only positives have boxes to learn")
  func ignored() {
    let found = DetectionLoss.paper.of(outputs, assignments)
    let logits = Tensor(cellsOf: found.logitSlopes).reshaped(to: [2, 14, 3])
    let deltas = Tensor(cellsOf: found.deltaSlopes).reshaped(to: [2, 14, 4])
    for (picture, assignment) in assignments.enumerated() {
      for (anchor, target) in assignment.targets.enumerated() {
        #expect((0..<3).allSatisfy { logits[picture, anchor, $0] == 0 } == (target == .ignored))
        let isPositive = assignment.positives.contains { $0.anchor == anchor }
        #expect((0..<4).contains { deltas[picture, anchor, $0] != 0 } == isPositive)
      }
    }
  }

  @Test("pictures without objects are background alone, and their loss is divided by 1")
  func empty() {
    let found = DetectionLoss.paper.of(outputs, [assignments[1], assignments[1]])
    let sums = (0..<2).map {
      ClassificationLoss.paper.sum(logits: outputs.logitsOfAnchors[picture: $0], targets: assignments[1].targets).sum
    }
    #expect(found.positives == 0)
    #expect(found.box == 0)
    #expect(abs(found.classification - sums.reduce(0, +)) < 1e-12)
  }

  @Test("smooth L1 is half a square near the target, and goes on as L1")
  func smoothL1() {
    #expect(BoxLoss.smoothL1(beta: 1).valueAndSlope(0.5) == (0.125, 0.5))
    #expect(BoxLoss.smoothL1(beta: 1).valueAndSlope(-3) == (2.5, -1))
    #expect(BoxLoss.l1.valueAndSlope(-3) == (3, -1))
    let (below, above) = (1.0.nextDown, 1.0)
    #expect(
      abs(BoxLoss.smoothL1(beta: 1).valueAndSlope(below).value - BoxLoss.smoothL1(beta: 1).valueAndSlope(above).value)
        < 1e-15)
  }

  private func isNear(_ a: Tensor<Double>, _ b: Tensor<Double>, within share: Double = 1e-8) -> Bool {
    let largest = b.scalars.map { abs($0) }.max() ?? 0
    return zip(a.scalars, b.scalars).allSatisfy { abs($0 - $1) <= share * largest }
  }
}

extension HeadOutputs {
  fileprivate func replacing(logits: Tensor<Scalar>, _ level: Int) -> Self {
    var all = self.logits
    all[level] = logits
    return HeadOutputs(logits: all, deltas: deltas, classes: classes)
  }

  fileprivate func replacing(deltas: Tensor<Scalar>, _ level: Int) -> Self {
    var all = self.deltas
    all[level] = deltas
    return HeadOutputs(logits: logits, deltas: all, classes: classes)
  }
}
