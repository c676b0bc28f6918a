import Boxes
import Detection
import DrawnShapes
import Plotting
import ShapeDetector
import Statistics
import Tensors
import Testing

@testable import DetectionFigures

@Suite struct DetectionFigureTests {
  private func scene(_ content: any Drawable) throws -> Scene {
    try Figure(name: "figure", title: "", content: content).scene(language: .en, measurer: NominalMeasurer())
  }

  @Test("the architecture says every shape that the network has, and a backbone of other channels other shapes")
  func shapes() throws {
    for (backbone, channels) in [(Backbone.resNet50, [256, 512, 1024, 2048]), (.resNet18, [64, 128, 256, 512])] {
      var configuration = RetinaNetConfiguration.paper
      configuration.backbone = backbone
      let diagram = DetectorDiagram(RetinaNet(configuration, start: .zeros), input: [1, 3, 600, 600])
      let words = try scene(diagram.architecture(backbone: "backbone")).words
      let stages = zip(channels, [150, 75, 38, 19]).map { "\($0) × \($1) × \($1)" }
      for shape in stages + [75, 38, 19, 10, 5].map({ "256 × \($0) × \($0)" }) {
        #expect(words.contains(shape), "\(shape)")
      }
      #expect(words.contains("720 = 9 × 80 classes") && words.contains("36 = 9 × 4 offsets"))
    }
  }

  @Test("on the way down, maps are enlarged to the size of the next, which need not be twice as large")
  func topDown() throws {
    let diagram = DetectorDiagram(RetinaNet(.paper, start: .zeros), input: [1, 3, 600, 600])
    let words = try scene(diagram.topDown()).words
    #expect(words.contains("enlarge: 19 → 38") && words.contains("enlarge: 38 → 75"))
  }

  @Test("a cell is as bright as its channels come to, compared with the brightest, or with what is said to be it")
  func cells() throws {
    // Two channels of 1 × 2 cells: (3, 0) and (4, 1).
    let map = Tensor<Float>(shape: [1, 2, 1, 2], [3, 0, 4, 1])
    func pixels(upTo top: Double?) throws -> [UInt8] {
      try #require(
        try scene(cellChart(of: map, upTo: top) { channels in channels.reduce(0) { $0 + $1 * $1 }.squareRoot() }).images
          .first
      ).rgba
    }
    let own = PixelImage(width: 2, heat: [5, 1], in: 0...5), given = PixelImage(width: 2, heat: [5, 1], in: 0...10)
    #expect(try pixels(upTo: nil) == own?.rgba && pixels(upTo: 10) == given?.rgba && own != given)
  }

  @Test("a picture shows its pixels as squares, and the name of each object, also of those at its edge")
  func pictures() throws {
    for picture in try ShapePicture.unseen(12) {
      let scene = try scene(picture.chart(margin: 40) { picture.namedBoxes })
      #expect(scene.images.map(\.enlargement) == [.squares])
      for object in picture.objects {
        let all = picture.objects.count { $0.shape == object.shape }
        #expect(scene.words.count { $0 == object.shape.name.en } == all, "\(picture.seed): \(object.shape)")
      }
    }
  }

  @Test("curves of the losses stand beside the falls of the learning rate, which the recipe knows")
  func falls() throws {
    var recipe = TrainingRecipe(seed: 1)
    recipe.falls = [0.5]
    #expect(try scene(lossChart([], recipe, in: 0.1...1)).words.contains { $0.contains("100") } == false)
    recipe.falls = [0.5, 0.9]
    #expect(try scene(lossChart([], recipe, in: 0.1...1)).words.contains { $0.contains("100") })
  }

  @Test("bars of shapes write down each mean, and name all classes")
  func bars() throws {
    let classes = [0.99, 0.95, 0.92, 0.93].map { Spread([$0, $0]) }
    let words = try scene(shapeBars(all: Spread([0.94, 0.96]), classes: classes, goal: 0.8)).words
    for word in ["99%", "92%", "93%"] + ShapeClass.allCases.map(\.name.en) { #expect(words.contains(word), "\(word)") }
    #expect(words.count { $0 == "95%" } == 2)
  }
}

extension Scene {
  fileprivate var words: [String] {
    elements.flatMap(\.all).compactMap { if case .text(let run) = $0 { run.string } else { nil } }
  }

  fileprivate var images: [PixelImage] {
    elements.flatMap(\.all).compactMap { if case .image(let image, _) = $0 { image } else { nil } }
  }
}

extension SceneElement {
  fileprivate var all: [SceneElement] {
    if case .clipped(_, let elements) = self { elements.flatMap(\.all) } else { [self] }
  }
}
