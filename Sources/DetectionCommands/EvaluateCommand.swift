import ArgumentParser
import Console
import Detection
import Evaluation
import Foundation
import Images
import Kernels
import Localization
import Workbook

/// `chapter7 evaluate --weights FILE --annotations FILE --images DIR`
struct EvaluateCommand: ChapterAction {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: Bilingual(
        ko: "데이터 세트에서 탐지기의 AP를 COCO의 방식으로 잽니다.",
        en: "Measure a detector's AP on a data set, as COCO does.")[.ofThisProcess])
  }

  @OptionGroup var language: LanguageOptions
  @OptionGroup var detector: DetectorOptions

  @Option(file: "JSON", ko: "COCO 형식의 정답", en: "what is to be found, in COCO's form") var annotations: String

  @Option(file: "DIR", ko: "이미지들이 든 폴더", en: "the folder of the images") var images: String

  @Option(in: 1...1_000_000, ko: "앞에서부터 이만큼의 이미지만 봅니다", en: "only so many images, from the first") var limit: Int?

  @Option(file: "JSON", ko: "찾은 것을 COCO의 결과 형식으로 쓸 파일", en: "write what is found as COCO's results") var json: String?

  func perform() throws {
    let language = language.language
    let results = try json.map { path throws(CommandError) in
      try OutputFile(path, option: "--json", apartFrom: [detector.weights, annotations])
    }
    let folder = try ImageFolder(images)
    let truth = try GroundTruth(contentsOf: annotations).first(limit)
    let pictures = try folder.pictures(of: truth, annotations: annotations)
    let file = try detector.file()
    let known = try truth.knownCategories(of: file.classes)

    let found = try detect(pictures, PhotoDetector(file.network()), file, language)
      .filter { known.contains($0.categoryID) }
    let quality = try truth.quality(of: found, threads: Processor.threads)
    if let results { try found.write(to: results.path) }
    StandardStreams.print(QualityTable(quality).text(in: language))
    if let results { StandardStreams.print(results.path) }
  }

  /// What is found in all pictures, in their order.
  private func detect(
    _ pictures: [ImageFolder.Picture], _ detector: PhotoDetector, _ file: DetectorFile, _ language: Language
  ) throws -> [ScoredBox] {
    var progress = Progress(of: pictures.count, Bilingual(ko: "탐지", en: "detecting"), in: language)
    var found: [[ScoredBox]] = pictures.map { _ in [] }
    // Those of one size after each other: what is made ready for a size serves them all.
    let order = pictures.indices.sorted { (pictures[$0].sortKey, $0) < (pictures[$1].sortKey, $1) }
    for (done, index) in order.enumerated() {
      let input = file.input(try readPicture(at: pictures[index].path))
      found[index] = try detector.objects(in: input, decoding: .torchvision).map {
        ScoredBox($0, imageID: pictures[index].id, file.classes)
      }
      progress.advance(to: done + 1)
    }
    progress.end()
    return found.flatMap { $0 }
  }
}
