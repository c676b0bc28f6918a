import Exercises
import Grading
import Kernels
import Layers
import Losses
import Tensors
import Testing

/// Chapter 5's exercises beside the book's own layers and losses.
@Suite struct StartTruthTests {
  @Test("5.7: the bias goes where the book's gradient descent takes the bias of a convolution that sees nothing")
  func pathOfBias() throws {
    for (question, path) in try Book.answered(5, 7) {
      var q = question.reader
      let (start, objects, backgrounds) = (q.number(), q.whole(), q.whole())
      let (rate, momentum, steps) = (q.number(), q.number(), q.whole())
      let cells = objects + backgrounds
      var layer = Convolution<Double>(
        weights: Tensor(shape: [1, 1, 1, 1], repeating: 0), biases: Tensor(shape: [1], repeating: start))
      var descent = GradientDescent<Double>(learningRate: rate, momentum: momentum, weightDecay: 0)
      let nothing = Tensor<Double>(shape: [1, 1, 1, cells], repeating: 0)
      let biases = (0..<steps).map { _ in
        let slopes = layer.forward(nothing).scalars.enumerated().map { cell, logit in
          binaryCrossEntropyDerivative(logit: logit, target: cell < objects ? .object : .background) / Double(objects)
        }
        descent.step(&layer, gradient: layer.backward(Tensor(shape: [1, 1, 1, cells], slopes), x: nothing).parameters)
        return layer.parameters[1].scalars[0]
      }
      #expect(path.count == biases.count && zip(path, biases).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    }
  }

  @Test("5.6: at the number that is found, objects pull as hard as backgrounds in a sum over every answer")
  func evenPull() throws {
    let numbers = Book.numbers(5, 6, Seed(3))
    let (anchors, classes, even) = (numbers("anchors"), numbers("classes"), numbers("even"))
    func pulls(objects: Int) -> (up: Double, down: Double) {
      let targets = (0..<anchors).map { $0 < objects ? AnchorTarget.object($0 % classes) : .background }
      let logits = [Float](repeating: Float(priorBias(0.01)), count: anchors * classes)
      var gradient = [Float](repeating: 0, count: logits.count)
      var span = gradient.mutableSpan
      _ = focalLoss(logits: logits.span, targets: targets, classes: classes, alpha: 0.25, gamma: 2, gradient: &span)
      return gradient.reduce(into: (0, 0)) { sums, slope in
        if slope < 0 { sums.0 -= Double(slope) } else { sums.1 += Double(slope) }
      }
    }
    let (enough, tooFew) = (pulls(objects: even), pulls(objects: even - 1))
    #expect(enough.up >= enough.down && tooFew.up < tooFew.down)
  }
}
