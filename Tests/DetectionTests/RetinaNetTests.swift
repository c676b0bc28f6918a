import Boxes
import Losses
import Tensors
import Testing

@testable import Detection

@Suite struct RetinaNetTests {
  private func fresh(_ levels: [PyramidLevel], seed: UInt64 = 1) throws -> RetinaNet<Float> {
    var configuration = Samples.tiny
    configuration.anchors = try AnchorGenerator(.paper, levels: levels)
    return RetinaNet(configuration, start: .random(seed: seed))
  }

  @Test("there is an answer for every anchor, whatever the size of the picture and the levels")
  func anchors() throws {
    for levels in [[.p3, .p4, .p5], PyramidLevel.allCases, [.p3], [.p3, .p4, .p5, .p6]] {
      let detector = try fresh(levels)
      for size in [Samples.size(64, 64), Samples.size(97, 33), Samples.size(1, 1)] {
        let outputs = detector.outputs(of: Tensor(shape: [1, 3, size.height, size.width], repeating: 0.5))
        #expect(outputs.anchors == detector.configuration.anchors.count(for: size))
        #expect(outputs.logitsOfAnchors.shape == [1, outputs.anchors, 3])
        for (level, logits) in zip(levels, outputs.logits) {
          #expect(Array(logits.shape.dropFirst(2)) == [level.grid(for: size).rows, level.grid(for: size).columns])
        }
      }
    }
  }

  @Test("a fresh detector gives every class nearly the prior")
  func prior() throws {
    let picture: Tensor<Float> = SeededWeights.picture("picture", 64, 64)
    let outputs = try fresh(PyramidLevel.allCases).outputs(of: Tensor(batch: [picture]))
    for logit in outputs.logitsOfAnchors.scalars { #expect(abs(sigmoid(Double(logit)) - 0.01) < 0.005) }
    for delta in outputs.deltasOfAnchors.scalars { #expect(abs(delta) < 0.5) }
  }

  @Test("the seed is all the randomness")
  func seed() throws {
    let all = PyramidLevel.allCases
    #expect(try fresh(all).network.tensors == fresh(all).network.tensors)
    #expect(try fresh(all).network.tensors != fresh(all, seed: 2).network.tensors)
  }

  @Test("both subnets have parameters of their own, which all levels share")
  func sharing() throws {
    let one = try fresh([.p3]), all = try fresh(PyramidLevel.allCases)
    for part in [DetectorPart.classificationSubnet, .boxSubnet] {
      #expect(one.parameterCount(of: part) == all.parameterCount(of: part))
    }
    #expect(all.parameterCount(of: .boxSubnet) > 0)
    #expect(Set(all.network.parameters.names).count == all.network.parameters.names.count)
  }
}
