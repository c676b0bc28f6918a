import ArgumentParser
import CairoRendering
import Console
import Detection
import Evaluation
import Files
import Foundation
import Images
import Kernels
import Localization
import PNGCoding
import Plotting
import Workbook

/// `chapter7 detect photo.jpg --weights FILE [--out PNG] [--json FILE]`
struct DetectCommand: ChapterAction {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "detect",
      abstract: Bilingual(
        ko: "내 사진에서 객체를 찾아 표로 적고 그림으로 그립니다.", en: "Find the objects in a photograph of your own.")[.ofThisProcess])
  }

  @OptionGroup var language: LanguageOptions

  @Argument(help: .init(ko: "사진 (PNG, JPEG)", en: "the photograph (PNG, JPEG)")) var photo: String

  @OptionGroup var detector: DetectorOptions

  @Option(in: 0.01...0.99, ko: "이 점수보다 높은 것만 적고 그립니다", en: "show what has a higher score") var threshold = 0.4

  @Option(
    file: "PNG", ko: "상자를 그린 그림. 말하지 않으면 사진 옆에 ‘사진.detected.png’로 씁니다",
    en: "the picture with boxes; where not said, photo.detected.png beside the photograph")
  var out: String?

  @Option(
    file: "JSON", ko: "찾은 것을 COCO의 결과 형식으로 쓸 파일. 이미지 번호는 파일 이름이 수면 그 수, 아니면 1입니다",
    en: "write what is found as COCO's results; the image's id is its name where that is a number, else 1")
  var json: String?

  func perform() throws {
    let (language, stopwatch) = (language.language, Stopwatch())
    let (picture, results) = try outputs()
    DispatchQueue.global().async { _ = FontCheck.run() }  // finds fonts while there is time

    let file = try detector.file()
    let (plan, pixels, input) = try prepared(file)
    stopwatch.lap(Bilingual(ko: "준비", en: "prepare"))

    var decoding = Decoding.torchvision
    decoding.scoreThreshold = min(decoding.scoreThreshold, threshold)
    let found = try plan.found(in: input, decoding: decoding)
    let shown = found.filter { Double($0.score) > threshold }
    let report = DetectionReport(
      classes: file.classes, shown: shown, hidden: Array(found.dropFirst(shown.count)), threshold: threshold)
    StandardStreams.print(report.text(in: language))
    stopwatch.lap(Bilingual(ko: "탐지", en: "detect"))

    let drawing = DetectionPicture(photo: pixels, objects: shown, classes: file.classes, language: language)
    let png = try SceneRenderer().png(drawing.scene(measurer: PangoMeasurer()))
    try AtomicFile.write(png, to: picture.path)
    if let results { try scoredBoxes(shown, file.classes).write(to: results.path) }
    stopwatch.lap(Bilingual(ko: "그리기", en: "draw"))
    show(png, in: language)
    for output in [picture, results].compactMap({ $0 }) { StandardStreams.print(output.path) }
    StandardStreams.complain(stopwatch.report[language])
  }

  /// Where to write, refused before anything is computed where that cannot be.
  private func outputs() throws(CommandError) -> (picture: OutputFile, results: OutputFile?) {
    let url = URL(fileURLWithPath: photo)
    let path = out ?? url.deletingPathExtension().path + ".detected.png"
    guard path.lowercased().hasSuffix(".png") else { throw .notPNG(path: path) }
    let inputs = [photo, detector.weights]
    let picture = try OutputFile(path, option: "--out", apartFrom: inputs)
    let results = try json.map { path throws(CommandError) in
      try OutputFile(path, option: "--json", apartFrom: inputs + [picture.path])
    }
    return (picture, results)
  }

  /// The network, made ready for the photograph: both are read at the same time. The weights as they came are then forgotten.
  private func prepared(_ file: DetectorFile) throws -> (RetinaNetPlan, PixelGrid, DetectorInput) {
    enum Part: Sendable {
      case network(RetinaNet<Float>)
      case photo(PixelGrid, DetectorInput)
    }
    let photo = photo
    let parts = parallelMap(2, threads: 2) { index in
      Result {
        if index == 0 { return Part.network(try file.network()) }
        let pixels = try readPicture(at: photo)
        return Part.photo(pixels, file.input(pixels))
      }
    }
    guard case .network(let network) = try parts[0].get(), case .photo(let pixels, let input) = try parts[1].get()
    else {
      fatalError("the first part is the network, the second one the photograph")
    }
    return (try network.plan(for: input), pixels, input)
  }

  private func scoredBoxes(_ objects: [FoundObject], _ classes: [DetectedClass]) -> [ScoredBox] {
    let id = Int(URL(fileURLWithPath: photo).deletingPathExtension().lastPathComponent) ?? 1
    return objects.map { ScoredBox($0, imageID: id, classes) }
  }

  /// In terminals that can show pictures.
  private func show(_ png: [UInt8], in language: Language) {
    let terminal = Terminal.current()
    if let pictures = terminal.pictures { StandardStreams.print(pictures.show(png: png, columns: terminal.width)) }
  }
}

extension ScoredBox {
  /// A detection as COCO's results have it.
  init(_ object: FoundObject, imageID: Int, _ classes: [DetectedClass]) {
    self.init(
      imageID: imageID, categoryID: classes[object.label].categoryID, box: CornerBox(object.box),
      score: Double(object.score))
  }
}
