import Boxes
import Detection
import Exercises
import Grading
import Kernels
import Layers
import Tensors
import Testing

/// Chapter 7's exercises beside the book's own layers, decoding and evaluation.
@Suite struct NetworkTruthTests {
  @Test("7.1, 7.3, 7.4: a convolution has the parameters, the output and the sight that the book's own has")
  func layers() {
    for seed in Book.seeds.prefix(20) {
      let last = Book.numbers(7, 1, seed)
      #expect(
        last("answer")
          == convolution(last("channels"), last("outputs"), window: 3).parameters.reduce(0) { $0 + $1.count })

      let one = Book.numbers(7, 3, seed)
      var network = Network<Double>()
      let y = network.add(
        convolution(1, 1, window: one("window"), stride: one("stride"), padding: one("padding")), named: "one",
        to: network.input)
      #expect(network.shapes(for: [1, 1, one("side"), one("side")])[y]?[3] == one("answer"))

      let four = Book.numbers(7, 4, seed)
      var deep = Network<Double>()
      let end = (1...4).reduce(deep.input) { value, index in
        deep.add(
          convolution(1, 1, window: four("window\(index)"), stride: four("stride\(index)")), named: "\(index)",
          to: value)
      }
      #expect(deep.receptiveField(of: end, row: 1, for: [1, 1, 400, 400]).count == four("answer"))
    }
  }

  @Test("7.5: parameters and work are those that the book's convolutions count")
  func costs() {
    for seed in Book.seeds.prefix(20) {
      let numbers = Book.numbers(7, 5, seed)
      for name in ["a", "b"] {
        let window = numbers(name + "Window"), side = numbers(name + "Side")
        let layer = convolution(
          numbers(name + "Inputs"), numbers(name + "Outputs"), window: window, padding: window / 2)
        let count = layer.parameters.reduce(0) { $0 + $1.count }
        #expect(count == numbers(name + "Parameters"))
        let work = layer.multiplyAdds(for: [1, numbers(name + "Inputs"), side, side])
        #expect(work == (count - numbers(name + "Outputs")) * numbers(name + "Cells"))
      }
    }
  }

  @Test("7.7: the subnets have the parameters of RetinaNet's")
  func subnets() {
    let numbers = Book.numbers(7, 7, Seed(1))
    var configuration = RetinaNetConfiguration.paper
    configuration.backbone = NamedBackbone.resnet18.backbone
    configuration.classes = .contiguous(numbers("fewest"))
    let detector = RetinaNet<Float>(configuration, start: .zeros)
    #expect(detector.parameterCount(of: .boxSubnet) == numbers("boxSubnet"))
    #expect(detector.parameterCount(of: .classificationSubnet) == numbers("classSubnet"))
  }

  @Test("7.6: the loop gives what the book's convolution gives")
  func loop() throws {
    for (question, answer) in try Book.answered(7, 6) {
      var q = question.reader
      let (image, kernel, stride, padding) = (q.rows(), q.rows(), q.whole(), q.whole())
      guard image.count + 2 * padding >= kernel.count else { continue }
      let weights = Tensor(shape: [1, 1, kernel.count, kernel.count], Array(kernel.joined()))
      let x = Tensor(shape: [1, 1, image.count, image[0].count], Array(image.joined()))
      let y = Convolution<Double>(weights: weights, stride: stride, padding: padding).forward(x).scalars
      #expect(answer.count == y.count && zip(answer, y).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    }
  }

  @Test("7.8: boxes are decoded and clipped as by the book")
  func decoding() throws {
    for (question, answer) in try Book.answered(7, 8) {
      var q = question.reader
      let (offset, anchor) = (q.list(), q.list())
      let size = try ImageSize(width: q.whole(), height: q.whole())
      let box = BoxCoder().decode(
        BoxDelta(dx: offset[0], dy: offset[1], dw: offset[2], dh: offset[3]),
        anchor: Box(xMin: anchor[0], yMin: anchor[1], xMax: anchor[2], yMax: anchor[3])
      ).clipped(to: size)
      #expect(zip(answer, [box.xMin, box.yMin, box.xMax, box.yMax]).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    }
  }

  @Test("7.9: the same boxes are kept as by the book's suppression")
  func suppression() throws {
    for seed in Book.seeds.prefix(20) {
      for (question, answer) in try Book.answered(7, 9, seed: seed) {
        var q = question.reader
        let boxes = q.rows().map { Box(xMin: $0[0], yMin: $0[1], xMax: $0[2], yMax: $0[3]) }
        let kept = nonMaximumSuppression(
          boxes: BoxList(boxes), scores: q.list().map { Float($0) }, classes: q.list().map { Int($0) },
          threshold: q.number())
        #expect(answer == kept.map { Double($0) })
      }
    }
  }

  @Test("7.10: average precision is the book's, which is COCO's")
  func averagePrecision() throws {
    for seed in Book.seeds.prefix(20) {
      for (question, answer) in try Book.answered(7, 10, seed: seed) {
        var q = question.reader
        let ranked = Ranked(scores: q.list(), hits: q.list().map { $0 == 1 }, objects: q.whole())
        let precision = try ranked.averagePrecision()
        #expect((answer[0] - precision).magnitude < 1e-9)
      }
    }
  }

  private func convolution(
    _ inputs: Int, _ outputs: Int, window: Int, stride: Int = 1, padding: Int = 0
  ) -> Convolution<Double> {
    Convolution(
      weights: Tensor(shape: [outputs, inputs, window, window], repeating: 0),
      biases: Tensor(shape: [outputs], repeating: 0), stride: stride, padding: padding)
  }
}
