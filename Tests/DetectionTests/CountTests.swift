import Testing

@testable import Detection

@Suite struct CountTests {
  private func paper(_ backbone: Backbone) -> RetinaNetConfiguration {
    var configuration = RetinaNetConfiguration.paper
    configuration.backbone = backbone
    return configuration
  }

  @Test("the parts of torchvision's networks have its numbers of parameters")
  func torchvision() throws {
    let truth = try Truth.read().counts
    var resNet18 = RetinaNetConfiguration.torchvision(.standard)
    resNet18.backbone = .resNet18
    // Built without weights, torchvision's first version trains its normalisation.
    var trained = RetinaNetConfiguration.torchvision(.standard)
    trained.backboneNorm = .trained(.standard)
    for (name, configuration) in [
      ("torchvision", trained), ("torchvisionV2", .torchvisionV2), ("resNet18", resNet18),
    ] {
      let detector = RetinaNet<Float>(configuration, start: .zeros)
      for part in DetectorPart.allCases { #expect(detector.parameterCount(of: part) == truth[name]?[part.rawValue]) }
      #expect(detector.parameterCount == DetectorPart.allCases.reduce(0) { $0 + detector.parameterCount(of: $1) })
    }
  }

  @Test("whole networks have as many parameters as torchvision's, and as the paper's form has")
  func wholes() {
    func count(_ configuration: RetinaNetConfiguration) -> Int {
      RetinaNet<Float>(configuration, start: .zeros).parameterCount
    }
    var ofTorchvision = RetinaNetConfiguration.torchvisionV2
    #expect(count(.torchvision()) == 34_014_999)
    #expect(count(ofTorchvision) == 38_198_935)
    (ofTorchvision.backbone, ofTorchvision.subnetNorm) = (.resNet101, .none)
    #expect(count(ofTorchvision) == 57_189_015)
    #expect(count(paper(.resNet50)) == 37_968_692)
    #expect(count(paper(.resNet101)) == 56_960_820)
    #expect(count(paper(.resNeXt101)) == 101_202_996)
  }

  @Test("all levels share the convolutions of a subnet, and those of the other parts are used once")
  func uses() {
    let detector = RetinaNet<Float>(paper(.resNet50), start: .zeros)
    // 1 + 3 · (3 + 4 + 6 + 3) + 4 in ResNet-50, of which four bring a shortcut to a stage's shape; 3 + 3 + 2 in the pyramid
    for (part, layers, uses) in [
      (DetectorPart.backbone, 53, 53), (.pyramid, 8, 8), (.classificationSubnet, 5, 25), (.boxSubnet, 5, 25),
    ] {
      let found = detector.convolutions(of: part)
      #expect(found.layers == layers && found.uses == uses, "\(part)")
    }
  }

  @Test("a convolution multiplies each of its weights once for every place, and a subnet on every level")
  func multiplyAdds() {
    let detector = RetinaNet<Float>(paper(.resNet18), start: .zeros)
    let cells = 80 * 80 + 40 * 40 + 20 * 20 + 10 * 10 + 5 * 5
    let convolutions = 4 * 256 * 256 * 9
    #expect(
      detector.multiplyAdds(of: .classificationSubnet, for: [1, 3, 640, 640])
        == cells * (convolutions + 256 * 9 * 80 * 9))
    #expect(
      detector.multiplyAdds(of: .boxSubnet, for: [2, 3, 640, 640]) == 2 * cells * (convolutions + 256 * 9 * 4 * 9))
  }
}
