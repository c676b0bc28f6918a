import Localization
import Testing

@testable import Plotting

@Suite struct DiagramTests {
  let frame = Rect(x: 40, y: 60, width: 1800, height: 960)

  private func context(_ language: Language = .ko) -> DrawingContext {
    DrawingContext(language: language, measurer: NominalMeasurer())
  }

  @Test("nothing is painted outside the frame", arguments: SampleDiagram.allCases, Language.allCases)
  func inside(_ sample: SampleDiagram, _ language: Language) throws {
    let elements = try sample.diagram.elements(in: frame, context: context(language))
    #expect(!elements.isEmpty)
    for point in elements.flatMap(\.points) {
      #expect(point.x >= frame.minX - 2 && point.x <= frame.maxX + 2, "\(point)")
      #expect(point.y >= frame.minY - 2 && point.y <= frame.maxY + 2, "\(point)")
    }
  }

  @Test("boxes keep clear of each other", arguments: SampleDiagram.allCases, Language.allCases)
  func boxesApart(_ sample: SampleDiagram, _ language: Language) throws {
    let drawing = try DiagramDrawing(sample.diagram, context: context(language))
    let boxes = drawing.frames.filter { !["one", "two"].contains($0.key) }.map(\.value)
    for i in boxes.indices {
      for j in boxes[..<i].indices { #expect(boxes[i].gap(to: boxes[j]) >= 20) }
    }
  }

  @Test(
    "arrows start and end at their boxes and pass through no other", arguments: SampleDiagram.allCases,
    Language.allCases)
  func ways(_ sample: SampleDiagram, _ language: Language) throws {
    let diagram = sample.diagram
    let drawing = try DiagramDrawing(diagram, context: context(language))
    for (arrow, way) in zip(diagram.arrows, drawing.ways) {
      let (first, last) = (try #require(way.first), try #require(way.last))
      #expect(try #require(drawing.frames[arrow.from]).hasOnBorder(first))
      #expect(try #require(drawing.frames[arrow.to]).hasOnBorder(last))
      for (name, box) in drawing.frames where !["one", "two"].contains(name) {
        for (a, b) in zip(way, way.dropFirst()) {
          #expect(!box.inset(by: 1).isCrossed(from: a, to: b), "\(arrow.from) → \(arrow.to) through \(name)")
          #expect(a.x == b.x || a.y == b.y || abs(a.x - b.x) < 0.5 || abs(a.y - b.y) < 0.5, "right angles only")
        }
      }
    }
  }

  @Test("labels cover neither boxes nor each other", arguments: SampleDiagram.allCases, Language.allCases)
  func labels(_ sample: SampleDiagram, _ language: Language) throws {
    let drawing = try DiagramDrawing(sample.diagram, context: context(language))
    for (i, label) in drawing.labels.enumerated() {
      for (name, box) in drawing.frames where !["one", "two"].contains(name) {
        #expect(label.overlap(with: box) == 0, "\(name)")
      }
      for other in drawing.labels[..<i] { #expect(label.overlap(with: other) == 0) }
    }
  }

  @Test("a box is as large as its text, and grows with it")
  func sizedToText() throws {
    func width(_ text: Bilingual) throws -> Double {
      let drawing = try DiagramDrawing(Diagram { Node("n", text) }, context: context())
      return try #require(drawing.frames["n"]).width
    }
    let text = NominalMeasurer().extent(of: "분류", font: Font(size: Theme.light.type.body)).width
    #expect(try width("분류") > text)
    #expect(try width("분류 서브네트워크") > width("분류"))
  }

  @Test("neighbours move apart for the label between them")
  func roomForLabels() throws {
    func gap(_ label: Bilingual?) throws -> Double {
      let diagram = Diagram {
        Row {
          Node("a", "A")
          Node("b", "B")
        }
      } arrows: {
        Arrow(from: "a", to: "b", label)
      }
      let frames = try DiagramDrawing(diagram, context: context()).frames
      return try #require(frames["b"]).minX - #require(frames["a"]).maxX
    }
    #expect(try gap(nil) == 72)
    #expect(try gap(Bilingual(ko: "아주 길고 긴 설명", en: "a label that is long")) > 200)
  }

  @Test("a diagram too large for its frame is an error, before its letters become illegible")
  func tooLarge() {
    let diagram = Diagram {
      Row { for i in 0..<30 { Node("n\(i)", "이름이 긴 상자") } }
    }
    #expect(throws: PlottingError.self) { try diagram.elements(in: frame, context: context()) }
  }

  @Test("a name that nobody bears is an error with the nearest one; so is a name borne twice")
  func names() throws {
    let unknown = Diagram {
      Node("backbone", "A")
    } arrows: {
      Arrow(from: "backbone", to: "backbon")
    }
    let error = try #require(throws: PlottingError.self) { try unknown.elements(in: frame, context: context()) }
    #expect(error.message.en.contains("“backbon”"))
    #expect(error.message.en.contains("Did you mean “backbone”?"))
    let twice = Diagram {
      Node("a", "A")
      Node("a", "B")
    }
    #expect(throws: PlottingError.self) { try twice.elements(in: frame, context: context()) }
  }

  @Test("an empty diagram is empty")
  func empty() throws {
    #expect(try Diagram {}.elements(in: frame, context: context()).isEmpty)
    #expect(try Diagram { Row {} }.elements(in: frame, context: context()).isEmpty)
  }
}

extension Rect {
  fileprivate func hasOnBorder(_ point: Point) -> Bool {
    inset(by: -0.5).contains(point) && !inset(by: 0.5).contains(point)
  }
}

extension SceneElement {
  /// The points that an element names: corners, ends, baselines.
  var points: [Point] {
    switch self {
    case .path(let path, _, _):
      path.segments.flatMap { segment -> [Point] in
        switch segment {
        case .move(let point), .line(let point): [point]
        case .curve(_, _, let end): [end]
        case .close: []
        }
      }
    case .text(let run): [run.origin]
    case .image(_, let rect): [Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY)]
    case .clipped(_, let elements): elements.flatMap(\.points)
    }
  }
}
