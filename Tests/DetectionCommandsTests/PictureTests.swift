import Boxes
import Detection
import Localization
import PNGCoding
import Plotting
import Testing

@testable import DetectionCommands

@Suite struct PictureTests {
  private func classes(_ names: [Bilingual]) -> [DetectedClass] {
    var configuration = RetinaNetConfiguration.paper
    configuration.classes = .contiguous(names.count)
    return DetectedClass.all(of: configuration, names: names)
  }

  private func scene(_ width: Int, _ height: Int, _ objects: [FoundObject], _ name: String = "고양이") -> Scene {
    let photo = PixelGrid(
      width: width, height: height, rgba: [UInt8](repeating: 128, count: 4 * width * height))
    return DetectionPicture(
      photo: photo, objects: objects, classes: classes([Bilingual(ko: name, en: "cat"), "dog"]), language: .ko
    ).scene(measurer: NominalMeasurer())
  }

  private func texts(_ scene: Scene) -> [TextRun] {
    scene.elements.compactMap { if case .text(let run) = $0 { run } else { nil } }
  }

  @Test(
    "labels lie within the picture, whole, wherever the boxes are",
    arguments: [(600, 400), (1, 1), (1, 10_000), (10_000, 1), (4000, 3000), (30, 40)])
  func inside(width: Int, height: Int) {
    let (w, h) = (Double(width), Double(height))
    let boxes = [
      Box(xMin: 0, yMin: 0, xMax: w, yMax: h), Box(xMin: 0, yMin: 0, xMax: w / 50, yMax: h / 50),
      Box(xMin: 0.98 * w, yMin: 0.98 * h, xMax: w, yMax: h), Box(xMin: 0.98 * w, yMin: 0, xMax: w, yMax: h / 40),
    ]
    let scene = scene(width, height, boxes.map { FoundObject(label: 0, score: 0.9, box: $0) })
    #expect(texts(scene).count == 4 && texts(scene).allSatisfy { $0.string == "고양이 0.90" })
    for run in texts(scene) {
      let extent = NominalMeasurer().extent(of: run.string, font: run.font)
      #expect(run.origin.x >= 0 && run.origin.x + extent.width <= scene.size.width)
      #expect(run.origin.y - extent.ascent >= 0 && run.origin.y + extent.descent <= scene.size.height)
      #expect(run.font.size >= 18)
    }
  }

  @Test("labels of boxes that lie upon each other do not, as long as there is room")
  func apart() {
    var places = LabelPlaces(in: Rect(x: 0, y: 0, width: 800, height: 600))
    let size = Size(width: 100, height: 20), box = Rect(x: 200, y: 200, width: 300, height: 200)
    let found = (0..<8).map { _ in places.place(size, at: box) }
    for (index, a) in found.enumerated() {
      for b in found[..<index] {
        #expect(a.maxX <= b.minX || b.maxX <= a.minX || a.maxY <= b.minY || b.maxY <= a.minY)
      }
    }
    #expect(found[0] == Rect(x: 200, y: 180, width: 100, height: 20))
  }

  @Test("a name that is too long is cut, and its score is not")
  func longName() {
    let object = FoundObject(label: 0, score: 0.5, box: Box(xMin: 0, yMin: 0, xMax: 9, yMax: 9))
    let run = texts(scene(10, 10, [object], String(repeating: "긴 이름 ", count: 50)))[0]
    #expect(run.string.hasSuffix("… 0.50") && run.string.hasPrefix("긴 이름"))
  }

  @Test("a report lists what is shown, and says what is not")
  func report() {
    let objects = [0.9, 0.6, 0.2].map {
      FoundObject(label: 1, score: $0, box: Box(xMin: 1.4, yMin: 2.6, xMax: 30, yMax: 40))
    }
    let names = classes([Bilingual(ko: "고양이", en: "cat"), Bilingual(ko: "개", en: "dog")])
    func text(_ count: Int, _ language: Language) -> String {
      DetectionReport(
        classes: names, shown: Array(objects.prefix(count)), hidden: Array(objects.dropFirst(count)), threshold: 0.5
      ).text(in: language)
    }
    #expect(
      text(2, .ko) == """
           객체  점수  왼쪽  위  오른쪽  아래
        1  개    0.90     1   3      30    40
        2  개    0.60     1   3      30    40
        점수가 더 낮은 객체가 1개 더 있습니다(--threshold).
        """)
    #expect(text(0, .en) == "No score is above 0.5. The highest is 0.90 (dog). Try a lower --threshold.")
  }

  @Test("classes are COCO's where there are as many, else numbers")
  func numbers() {
    func all(_ indices: ClassIndices) -> [DetectedClass] {
      var configuration = RetinaNetConfiguration.paper
      configuration.classes = indices
      return DetectedClass.all(of: configuration, names: [])
    }
    #expect(all(.contiguous(80))[16].name.ko == "개" && all(.contiguous(80))[16].categoryID == 18)
    #expect(all(.fromOne(91))[18].name.ko == "개" && all(.fromOne(91))[18].categoryID == 18)
    #expect(!all(.fromOne(91))[12].isNamed && all(.fromOne(5))[3].name.en == "class 3")
    #expect(all(.fromOne(5))[3].categoryID == 3)
  }
}
